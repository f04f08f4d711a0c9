-- The guidance library: sources, claims that rest on them, articles that rest on claims, each in versions; and what the
-- board said of each version. How a version stands is worked out from these rows whenever it is read, so that a claim
-- whose day has come falls back without anybody's doing.

create table library_sources (
  school_id uuid not null references schools,
  key text not null constraint "source.key" check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- The highest counts.
  version int not null default 1 check (version > 0),
  authors text not null check (length(authors) <= 500),
  title text not null constraint "source.title" check (length(title) between 1 and 500),
  journal text not null default '' check (length(journal) <= 200),
  year int check (year between 1800 and 2200),
  -- Volume, issue and pages.
  locator text not null default '' check (length(locator) <= 100),
  doi text not null default '' constraint "source.doi" check (doi ~ '^(10\.[0-9]{4,9}/[^\s<>"]{1,200})?$'),
  pmid text not null default '' constraint "source.pmid" check (pmid ~ '^[0-9]{0,9}$'),
  pmcid text not null default '' constraint "source.pmcid" check (pmcid ~ '^(PMC[0-9]{1,9})?$'),
  url text not null default '' constraint "source.url" check (url ~ '^(https://[^\s<>"]+)?$' and length(url) <= 400),
  -- Somebody found it and read in it what is claimed. No claim that rests on another one is ever approved.
  is_verified boolean not null,
  -- How much of it was read, and what it cannot show.
  note text not null default '' check (length(note) <= 500),
  written_by uuid,
  written_at timestamptz not null default clock_timestamp(),
  constraint "source.version" primary key (school_id, key, version),
  foreign key (school_id, written_by) references people (school_id, person_id)
);
comment on constraint "source.key" on library_sources is 'A key is 1 to 60 small letters, digits and hyphens.';
comment on constraint "source.title" on library_sources is 'Give the title of the source in 1 to 500 characters.';
comment on constraint "source.doi" on library_sources is 'A DOI begins with 10. and has no spaces, such as 10.1080/10872981.2019.1699765.';
comment on constraint "source.pmid" on library_sources is 'A PMID is a number of at most nine digits.';
comment on constraint "source.pmcid" on library_sources is 'A PMCID is PMC and a number, such as PMC6896497.';
comment on constraint "source.url" on library_sources is 'An address begins with https:// and has no spaces.';
comment on constraint "source.version" on library_sources is 'Somebody else changed this source meanwhile. Reload, and apply your change to theirs.';

-- Whether a source is retracted, looked up on a day: the row with the highest turn counts.
create table source_checks (
  school_id uuid not null,
  source_key text not null,
  -- As it stood when somebody looked.
  source_version int not null default 1,
  turn int not null check (turn > 0),
  checked_on date not null,
  is_retracted boolean not null,
  note text not null default '' check (length(note) <= 500),
  checked_by uuid,
  at timestamptz not null default clock_timestamp(),
  constraint "source.turn" primary key (school_id, source_key, turn),
  foreign key (school_id, source_key, source_version) references library_sources,
  foreign key (school_id, checked_by) references people (school_id, person_id)
);
comment on constraint "source.turn" on source_checks is 'Somebody else checked this source meanwhile. Reload, and look at it first.';

create table claims (
  school_id uuid not null references schools,
  key text not null constraint "claim.key" check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  version int not null check (version > 0),
  statement text not null constraint "claim.statement" check (length(statement) between 1 and 600),
  -- Where it is a share: so many of so many. What follows from the two, percentage and interval, is never stored.
  share int,
  share_of int,
  strength text not null check (strength in ('not rated', 'expert view', 'limited', 'moderate', 'strong')),
  -- What kind of study it was and where, and what it cannot show.
  design text not null constraint "claim.design" check (length(design) between 1 and 300),
  setting text not null default '' check (length(setting) <= 300),
  limits text not null default '' check (length(limits) <= 500),
  sources text[] not null constraint "claim.sources" check (cardinality(sources) between 1 and 10),
  -- Of each source, in their order, the pages and what it says there.
  supports text[] not null default '{}',
  checked_on date not null,
  review_by date not null,
  because text not null constraint "claim.because" check (length(because) between 1 and 500),
  -- Everybody reads it: submitted, and not returned. Set by the database alone.
  is_shown boolean not null default false,
  written_by uuid,
  written_at timestamptz not null default clock_timestamp(),
  constraint "claim.version" primary key (school_id, key, version),
  foreign key (school_id, written_by) references people (school_id, person_id),
  constraint "claim.share" check ((share is null) = (share_of is null) and share between 0 and share_of and share_of > 0),
  constraint "claim.supports" check (cardinality(supports) <= cardinality(sources)),
  constraint "claim.days" check (review_by > checked_on and review_by <= checked_on + 1100)
);
comment on constraint "claim.key" on claims is 'A key is 1 to 60 small letters, digits and hyphens.';
comment on constraint "claim.statement" on claims is 'Say in 1 to 600 characters what is claimed.';
comment on constraint "claim.design" on claims is 'Say in 1 to 300 characters what kind of study or text it rests on.';
comment on constraint "claim.sources" on claims is 'A claim rests on 1 to 10 sources.';
comment on constraint "claim.supports" on claims is 'Say what a source says for each source that the claim names, in their order.';
comment on constraint "claim.because" on claims is 'Say in 1 to 500 characters what changes.';
comment on constraint "claim.version" on claims is 'Somebody else changed this claim meanwhile. Reload, and apply your change to theirs.';
comment on constraint "claim.share" on claims is 'A share is so many of so many, such as 21 of 25. Give both numbers, or neither.';
comment on constraint "claim.days" on claims is 'The next review comes after the day on which the claim was checked, and within three years.';

create table articles (
  school_id uuid not null references schools,
  key text not null constraint "article.key" check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  version int not null check (version > 0),
  title text not null constraint "article.title" check (length(title) between 1 and 160),
  topic text not null constraint "article.topic" check (length(topic) between 1 and 60),
  review_by date not null,
  because text not null constraint "article.because" check (length(because) between 1 and 500),
  -- The language model that phrased it from approved passages, and where that runs; nobody here wrote it then.
  phrased_by text check (phrased_by is null or (length(phrased_by) between 1 and 200 and written_by is null)),
  is_shown boolean not null default false,
  written_by uuid,
  written_at timestamptz not null default clock_timestamp(),
  constraint "article.version" primary key (school_id, key, version),
  foreign key (school_id, written_by) references people (school_id, person_id)
);
comment on constraint "article.key" on articles is 'A key is 1 to 60 small letters, digits and hyphens.';
comment on constraint "article.title" on articles is 'Give the article a title of 1 to 160 characters.';
comment on constraint "article.topic" on articles is 'Name the topic in 1 to 60 characters.';
comment on constraint "article.because" on articles is 'Say in 1 to 500 characters what changes.';
comment on constraint "article.version" on articles is 'Somebody else changed this article meanwhile. Reload, and apply your change to theirs.';

-- The text of a version, in the words of each reader: one block of Markdown a row, in order.
create table passages (
  school_id uuid not null,
  article_key text not null,
  version int not null,
  reader text not null check (reader in ('preclerkship', 'clerkship', 'resident', 'educator', 'leader', 'public')),
  place int not null check (place > 0),
  heading text not null check (length(heading) between 1 and 200),
  words text not null check (length(words) between 1 and 5000),
  -- The keys of the claims that it cites, read out of its words by the database.
  claims text[] not null default '{}',
  -- What these claims say, so that a question in their words finds the passage; of shown versions only.
  claim_words text not null default '',
  -- What stands around it: the article's title and topic, and the rest of its section; of shown versions only.
  around text not null default '',
  -- Whose wording this is, of those that may read it: each as reader@school. Empty while it is a draft.
  found_for text[] not null default '{}',
  is_shown boolean not null default false,
  found_by tsvector not null generated always as (
    setweight(to_tsvector('english', heading), 'A')
    || setweight(to_tsvector('english', regexp_replace(words, '\[\^[a-z0-9-]+\]|[*_`#|>]', ' ', 'g')), 'B')
    || setweight(to_tsvector('english', claim_words), 'C')
    || setweight(to_tsvector('english', regexp_replace(around, '\[\^[a-z0-9-]+\]|[*_`#|>]', ' ', 'g')), 'D')) stored,
  primary key (school_id, article_key, version, reader, place),
  foreign key (school_id, article_key, version) references articles
);

-- Written at once: nobody who searches goes through a list of what is still to be sorted in.
create index passages_found on passages using gin (found_for, found_by) with (fastupdate = off) where is_shown;

-- The words of what everybody may read, each in how many passages, so that a slip of the pen finds its word and a rare word
-- weighs more than a common one. Kept by the database beside the passages.
create table library_words (
  school_id uuid not null references schools,
  word text not null,
  lexeme text not null,
  passages int not null,
  primary key (school_id, word)
);
create index library_words_lexeme on library_words (school_id, lexeme);
create index library_words_most on library_words (school_id, passages);
create index library_words_near on library_words using gin (word gin_trgm_ops);

-- The claims of a version of an article, and what each said when it was written.
create table article_claims (
  school_id uuid not null,
  article_key text not null,
  version int not null,
  claim_key text not null,
  -- Of what the claim says: an approval holds for these words only.
  digest text not null,
  primary key (school_id, article_key, version, claim_key),
  foreign key (school_id, article_key, version) references articles
);
create index article_claims_claim on article_claims (school_id, claim_key);

-- From here on everybody reads a version, with its caution, and the board judges it.
create table submissions (
  school_id uuid not null references schools,
  kind text not null check (kind in ('claim', 'article')),
  key text not null,
  version int not null,
  submitted_by uuid,
  at timestamptz not null default clock_timestamp(),
  constraint "submission.made" primary key (school_id, kind, key, version),
  foreign key (school_id, submitted_by) references people (school_id, person_id)
);
comment on constraint "submission.made" on submissions is 'This version is submitted already. Nothing is left to do.';

create table reviews (
  school_id uuid not null,
  kind text not null,
  key text not null,
  version int not null,
  reviewer_id uuid not null,
  verdict text not null check (verdict in ('approve', 'return')),
  reason text not null default '' check (length(reason) <= 2000),
  at timestamptz not null default clock_timestamp(),
  constraint "review.given" primary key (school_id, kind, key, version, reviewer_id, verdict),
  foreign key (school_id, kind, key, version) references submissions,
  foreign key (school_id, reviewer_id) references people (school_id, person_id),
  constraint "review.reason" check (verdict = 'approve' or length(reason) > 0)
);
comment on constraint "review.given" on reviews is 'You have said this of this version already. Nothing is left to do.';
comment on constraint "review.reason" on reviews is 'Say why you return it, so that its author can mend it.';

-- What the board notes on a passage, for each other.
create table passage_comments (
  school_id uuid not null,
  comment_id uuid not null default gen_random_uuid(),
  article_key text not null,
  version int not null,
  reader text not null,
  place int not null,
  words text not null constraint "comment.words" check (length(words) between 1 and 2000),
  written_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, comment_id),
  foreign key (school_id, article_key, version, reader, place) references passages,
  foreign key (school_id, written_by) references people (school_id, person_id)
);
comment on constraint "comment.words" on passage_comments is 'Write the comment in 1 to 2,000 characters.';
create index passage_comments_article on passage_comments (school_id, article_key, version);

-- Which reader somebody says they are; nobody has to.
create table reader_choices (
  school_id uuid not null,
  person_id uuid not null,
  reader text not null check (reader in ('preclerkship', 'clerkship', 'resident', 'educator', 'leader', 'public')),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references people
);

-- A question that nothing approved answers, filed with the board. NOTE: no column says who asked, nor at what time of the day.
create table library_questions (
  school_id uuid not null references schools,
  question_id uuid not null default gen_random_uuid(),
  words text not null constraint "question.words" check (length(words) between 3 and 500),
  -- The school's day, set by the database.
  asked_on date not null,
  primary key (school_id, question_id)
);
comment on constraint "question.words" on library_questions is 'Ask in 3 to 500 characters.';

-- What the board makes of a question: the row with the highest turn counts. Whether that article is approved by now is not kept
-- here; it is looked up.
create table question_outcomes (
  school_id uuid not null,
  question_id uuid not null,
  turn int not null check (turn > 0),
  kind text not null check (kind in ('new article', 'answered', 'set aside')),
  article_key text,
  -- Its newest version that day.
  article_version int,
  reason text not null default '' check (length(reason) <= 500),
  decided_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint "question.turn" primary key (school_id, question_id, turn),
  foreign key (school_id, question_id) references library_questions,
  foreign key (school_id, article_key, article_version) references articles,
  foreign key (school_id, decided_by) references people (school_id, person_id),
  check ((kind = 'set aside') = (article_key is null) and (article_key is null) = (article_version is null)),
  constraint "question.reason" check (kind <> 'set aside' or length(reason) > 0)
);
comment on constraint "question.turn" on question_outcomes is 'Somebody else said meanwhile what becomes of this question. Reload, and look at that first.';
comment on constraint "question.reason" on question_outcomes is 'Say why you set it aside, so that the other reviewers can follow it.';

do $$ declare t text; begin
  foreach t in array array['library_sources', 'source_checks', 'claims', 'articles', 'passages', 'article_claims', 'submissions',
      'reviews', 'passage_comments', 'reader_choices', 'library_words', 'library_questions', 'question_outcomes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on library_sources, claims, articles, passages, submissions, reviews to chiron_keeper;
grant insert on article_claims to chiron_keeper;
grant select on article_claims to chiron_keeper;
grant select, insert, update on library_words to chiron_keeper;
grant select on library_words, passages to chiron_reader;
grant update (is_shown) on claims, articles to chiron_keeper;
grant update (is_shown, around, found_for) on passages to chiron_keeper;
grant select on claims, articles, submissions, reviews, passage_comments, question_outcomes, library_sources, source_checks, article_claims to chiron_reader;
-- The rules of review look at every version, and set which of them everybody reads.
create policy library_sources_keeper on library_sources for select to chiron_keeper using (true);
-- The rules of review look at every version.
create policy claims_keeper on claims to chiron_keeper using (true) with check (true);
-- The rules of review look at every version.
create policy articles_keeper on articles to chiron_keeper using (true) with check (true);
-- The rules of review look at every version.
create policy passages_keeper on passages to chiron_keeper using (true) with check (true);
-- Which claims an article rests on is read out of its words.
create policy article_claims_keeper on article_claims to chiron_keeper using (true) with check (true);
-- What is reviewed has been submitted.
create policy submissions_keeper on submissions for select to chiron_keeper using (true);
-- What is returned is not shown any more.
create policy reviews_keeper on reviews for select to chiron_keeper using (true);
-- The names of those who answer for what everybody reads.
create policy claims_reader on claims for select to chiron_reader using (true);
-- The names of those who answer for what everybody reads.
create policy articles_reader on articles for select to chiron_reader using (true);
-- The names of those who answer for what everybody reads.
create policy submissions_reader on submissions for select to chiron_reader using (true);
-- The names of those who answer for what everybody reads.
create policy reviews_reader on reviews for select to chiron_reader using (true);
-- The names of those who say what becomes of a question, for the board.
create policy question_outcomes_reader on question_outcomes for select to chiron_reader using (true);
-- How something stands is worked out for a feed.
create policy library_sources_reader on library_sources for select to chiron_reader using (true);
-- How something stands is worked out for a feed.
create policy source_checks_reader on source_checks for select to chiron_reader using (true);
-- How something stands is worked out for a feed.
create policy article_claims_reader on article_claims for select to chiron_reader using (true);
-- The names of those who note something, for the board.
create policy passage_comments_reader on passage_comments for select to chiron_reader using (true);

-- Counted beside the passages.
create policy library_words_keeper on library_words to chiron_keeper using (true) with check (true);
-- A question finds its words. NOTE: nobody else reads the list.
create policy library_words_reader on library_words for select to chiron_reader using (true);
-- A search looks at what everybody may read: the one function that does names it, and drafts have no reader that it could look
-- for. NOTE: a condition here would stand before the index, since no search operator is leakproof.
create policy passages_reader on passages for select to chiron_reader using (true);

set local role chiron_keeper;
-- A claim names sources that there are.
create function app.guard_claims() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from unnest(new.sources) as named (key)
      where not exists (select from library_sources s where (s.school_id, s.key) = (new.school_id, named.key))) then
    raise exception 'A source that the claim names is not in the library. Add it first.' using constraint = 'claim.source';
  end if;
  return new;
end $$;

-- What an event would have refused, of a question that leaves none.
create function app.guard_questions() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare secret bytea := app.session_hash();
begin
  if exists (select from sessions s where s.secret_hash = secret and s.reads_only) then
    raise exception 'This key only reads.' using constraint = 'key.reads';
  end if;
  new.asked_on := app.today(new.school_id);
  return new;
end $$;

create function app.claim_digest(statement text, share int, share_of int) returns text language sql immutable
  return md5(statement || '|' || coalesce(share::text, '') || '|' || coalesce(share_of::text, ''));

create function app.read_passage() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  select coalesce(array_agg(distinct mark[1] order by mark[1]), '{}') into new.claims
    from regexp_matches(new.words, '\[\^([a-z0-9-]+)\]', 'g') as marks (mark);
  new.claim_words := app.words_of_claims(new.school_id, new.claims);
  return new;
end $$;

-- What everybody may read of these claims.
create function app.words_of_claims(school uuid, keys text[]) returns text language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare said text;
begin
  select coalesce(string_agg(c.statement, ' ' order by c.key), '') into said from (
    select distinct on (key) key, statement from claims where school_id = school and key = any (keys) and is_shown order by key, version desc) c;
  return said;
end $$;

-- All readers, whose wording comes nearest to one of them first; src/library/reader.ts says the same.
create function app.readers_from(wanted text) returns text[] language sql immutable
  return array(select reader from unnest(case wanted
      when 'preclerkship' then '{preclerkship,clerkship,public,resident}'::text[]
      when 'clerkship' then '{clerkship,preclerkship,resident,public}'
      when 'resident' then '{resident,clerkship,preclerkship,public}'
      when 'educator' then '{educator,leader,resident,public}'
      when 'leader' then '{leader,educator,public,resident}'
      else '{public,preclerkship,clerkship,leader}' end || '{preclerkship,clerkship,resident,educator,leader,public}'::text[])
    with ordinality as near (reader, place) group by reader order by min(place));

create function app.wording_for(wanted text, there text[]) returns text language sql immutable
  return (select reader from unnest(app.readers_from(wanted)) with ordinality as near (reader, place) where reader = any (there) order by place limit 1);

-- The words of these passages, one more or one fewer for each.
create function app.count_words(school uuid, article text, of_version int, step int) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into library_words as w (school_id, word, lexeme, passages)
    select school, found.word, coalesce((ts_lexize('english_stem', found.word))[1], found.word), count(*) * step
    from passages p cross join unnest(tsvector_to_array(to_tsvector('simple', p.heading || ' ' || p.words || ' ' || p.claim_words))) as found (word)
    where (p.school_id, p.article_key, p.version) = (school, article, of_version) and found.word ~ '^[[:alnum:]][[:alnum:].-]{0,40}$'
    group by found.word
    on conflict (school_id, word) do update set passages = greatest(0, w.passages + excluded.passages);
end $$;

-- Each claim that is cited is there; what it says now is what this version rests on.
create function app.read_passages() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare unknown text;
begin
  select cited into unknown from written w cross join unnest(w.claims) as cited
    where not exists (select from claims c where (c.school_id, c.key) = (w.school_id, cited)) limit 1;
  if unknown is not null then
    raise exception 'A claim that the text cites is not in the library. Write it first, or correct its key.' using constraint = 'article.unknown';
  end if;
  insert into article_claims (school_id, article_key, version, claim_key, digest)
    select distinct on (w.school_id, w.article_key, w.version, c.key) w.school_id, w.article_key, w.version, c.key,
      app.claim_digest(c.statement, c.share, c.share_of)
    from written w cross join unnest(w.claims) as cited join claims c on (c.school_id, c.key) = (w.school_id, cited)
    order by w.school_id, w.article_key, w.version, c.key, c.version desc;
  return null;
end $$;

create function app.guard_submissions() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Whoever has no part in this is left to the policy, whose no tells nothing.
  if not (app.may('review library') or app.steward()) then return new; end if;
  if new.kind = 'claim' then
    perform from claims where (school_id, key, version) = (new.school_id, new.key, new.version);
  else
    perform from articles where (school_id, key, version) = (new.school_id, new.key, new.version);
  end if;
  -- Left to the key's own absence, which tells nothing.
  if not found then raise foreign_key_violation; end if;
  if new.kind = 'claim' then return new; end if;
  if not exists (select from passages p where (p.school_id, p.article_key, p.version) = (new.school_id, new.key, new.version)) then
    raise exception 'The article has no text yet. Write it for at least one reader.' using constraint = 'article.empty';
  end if;
  -- Every reader is told the same facts: each wording cites every claim that another one cites.
  if exists (
    select from (select distinct reader from passages p where (p.school_id, p.article_key, p.version) = (new.school_id, new.key, new.version)) r
    cross join article_claims a
    where (a.school_id, a.article_key, a.version) = (new.school_id, new.key, new.version)
      and not exists (select from passages p where (p.school_id, p.article_key, p.version, p.reader) = (a.school_id, a.article_key, a.version, r.reader)
        and a.claim_key = any (p.claims))) then
    raise exception 'The wordings do not cite the same claims. Let each cite what the others cite.' using constraint = 'article.wordings';
  end if;
  if exists (select from article_claims a where (a.school_id, a.article_key, a.version) = (new.school_id, new.key, new.version)
      and not exists (select from claims c where (c.school_id, c.key) = (a.school_id, a.claim_key) and c.is_shown)) then
    raise exception 'A claim that the article rests on is still a draft. Submit it first.' using constraint = 'article.draft';
  end if;
  return new;
end $$;

create function app.show_submitted() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update claims set is_shown = true where new.kind = 'claim' and (school_id, key, version) = (new.school_id, new.key, new.version);
  update articles set is_shown = true where new.kind = 'article' and (school_id, key, version) = (new.school_id, new.key, new.version);
  if new.kind = 'article' then
    update passages p set is_shown = true,
      around = (select a.title || ' ' || a.topic from articles a where (a.school_id, a.key, a.version) = (p.school_id, p.article_key, p.version))
        || coalesce((select string_agg(' ' || o.words, '' order by o.place) from passages o
          where (o.school_id, o.article_key, o.version, o.reader, o.heading) = (p.school_id, p.article_key, p.version, p.reader, p.heading) and o.place <> p.place), ''),
      found_for = array(select wanted || '@' || p.school_id from unnest(app.readers_from('public')) as wanted
        where p.reader = app.wording_for(wanted, array(select distinct o.reader from passages o
          where (o.school_id, o.article_key, o.version) = (p.school_id, p.article_key, p.version))))
      where (p.school_id, p.article_key, p.version) = (new.school_id, new.key, new.version);
  end if;
  if new.kind = 'article' then perform app.count_words(new.school_id, new.key, new.version, 1); end if;
  return null;
end $$;

create function app.hide_returned() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update claims set is_shown = false where new.kind = 'claim' and (school_id, key, version) = (new.school_id, new.key, new.version);
  update articles set is_shown = false where new.kind = 'article' and (school_id, key, version) = (new.school_id, new.key, new.version);
  update passages set is_shown = false, found_for = '{}' where new.kind = 'article' and (school_id, article_key, version) = (new.school_id, new.key, new.version);
  if new.kind = 'article' then perform app.count_words(new.school_id, new.key, new.version, -1); end if;
  return null;
end $$;

-- Nobody judges what they wrote, in this version or one before it; nothing is approved that was returned or whose source
-- nobody has found.
create function app.guard_reviews() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Whoever has no part in this is left to the policy, whose no tells nothing.
  if not app.may('review library') then return new; end if;
  if not exists (select from submissions s where (s.school_id, s.kind, s.key, s.version) = (new.school_id, new.kind, new.key, new.version)) then
    raise exception 'This version is still a draft. Its author submits it first.' using constraint = 'review.draft';
  end if;
  -- One at a time for each version: an approval does not pass a return that is being written.
  perform pg_advisory_xact_lock(hashtextextended(new.school_id::text || new.kind || new.key || new.version, 0));
  if exists (select from claims c where new.kind = 'claim' and (c.school_id, c.key) = (new.school_id, new.key) and c.version <= new.version and c.written_by = new.reviewer_id)
    or exists (select from articles a where new.kind = 'article' and (a.school_id, a.key) = (new.school_id, new.key) and a.version <= new.version and a.written_by = new.reviewer_id) then
    raise exception 'You wrote this, or a version before it. Others judge it.' using constraint = 'review.own';
  end if;
  if exists (select from reviews r where (r.school_id, r.kind, r.key, r.version) = (new.school_id, new.kind, new.key, new.version) and r.verdict = 'return') then
    raise exception 'This version was returned to its author. Its next version can be judged.' using constraint = 'review.returned';
  end if;
  if new.kind = 'claim' and new.verdict = 'approve' and exists (select from claims c cross join unnest(c.sources) as named (key)
      where (c.school_id, c.key, c.version) = (new.school_id, new.key, new.version)
        and not (select s.is_verified from library_sources s where (s.school_id, s.key) = (c.school_id, named.key) order by s.version desc limit 1)) then
    raise exception 'A source of this claim is not found yet, so it stays under review.' using constraint = 'review.source';
  end if;
  return new;
end $$;
reset role;

set local role chiron_reader;
-- Who wrote, submitted or judged something of the library that the asker reads: whoever answers for it is known by name.
-- NOTE: nobody who only wrote a draft, except to the board.
create function app.library_names() returns table (person_id uuid, name text) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  sees_drafts boolean := app.may('review library');
begin
  return query select p.person_id, p.given_name || ' ' || p.family_name from people p where p.school_id = here and p.person_id in (
    select c.written_by from claims c where c.school_id = here and (c.is_shown or sees_drafts)
    union select a.written_by from articles a where a.school_id = here and (a.is_shown or sees_drafts)
    union select k.written_by from passage_comments k where k.school_id = here and sees_drafts
    union select o.decided_by from question_outcomes o where o.school_id = here and sees_drafts
    union select s.submitted_by from submissions s where s.school_id = here and (sees_drafts
      or exists (select from claims c where s.kind = 'claim' and (c.school_id, c.key, c.version) = (s.school_id, s.key, s.version) and c.is_shown)
      or exists (select from articles a where s.kind = 'article' and (a.school_id, a.key, a.version) = (s.school_id, s.key, s.version) and a.is_shown))
    union select r.reviewer_id from reviews r where r.school_id = here and (sees_drafts
      or exists (select from claims c where r.kind = 'claim' and (c.school_id, c.key, c.version) = (r.school_id, r.key, r.version) and c.is_shown)
      or exists (select from articles a where r.kind = 'article' and (a.school_id, a.key, a.version) = (r.school_id, r.key, r.version) and a.is_shown)));
end $$;

-- For each word of a question the word of the library with the same stem, if there is one. `share` is in how much of all passages
-- it stands, so that a rare word can weigh more.
create function app.library_words_for(asked text[]) returns table (asked_word text, word text, lexeme text, share real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  most real;
begin
  select greatest(1, max(w.passages)) into most from library_words w where w.school_id = here;
  return query select a.one, f.word, f.lexeme, (f.passages / most)::real from unnest(asked) as a (one)
    join lateral (select w.word, w.lexeme, w.passages from library_words w
      where w.school_id = here and w.lexeme = coalesce((ts_lexize('english_stem', a.one))[1], a.one) and w.passages > 0
      order by w.passages desc, w.word limit 1) f on true;
end $$;

-- Words of the library that look like these, the likest first: one of them may have been meant.
create function app.library_words_near(asked text[]) returns table (asked_word text, word text, lexeme text, share real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  most real;
begin
  select greatest(1, max(w.passages)) into most from library_words w where w.school_id = here;
  return query select a.one, f.word, f.lexeme, (f.passages / most)::real from unnest(asked) as a (one)
    join lateral (select w.word, w.lexeme, similarity(w.word, a.one) as likeness, w.passages from library_words w
      where w.word % a.one and w.school_id = here and w.passages > 0
      union
      -- Short words share few letters in threes with what was meant.
      select w.word, w.lexeme, similarity(w.word, a.one), w.passages from library_words w
      where length(a.one) < 7 and w.school_id = here and w.passages > 0 and left(w.word, 1) = left(a.one, 1)
        and length(w.word) between length(a.one) - 1 and length(a.one) + 1
      order by likeness desc, passages desc, word limit 12) f on true
    order by a.one, f.likeness desc, f.passages desc, f.word;
end $$;

-- Passages that everybody may read and that cover at least so much of what is sought, the best first. `any_of` holds the words of
-- which such a passage has one at least: the index finds those, and only they are looked at. Each query that matches one adds
-- its worth. The policy of whoever asks decides once more which of them they are given.
create function app.passages_covering(wanted text, any_of tsquery, queries tsquery[], worths real[], enough real, most int)
returns table (article_key text, version int, reader text, place int, cover real) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare wanted_here text := wanted || '@' || app.school();
begin
  return query
    with likely as materialized (select p.article_key, p.version, p.reader, p.place, p.found_by from passages p
      where p.is_shown and p.found_for @> array[wanted_here] and p.found_by @@ any_of)
    select l.article_key, l.version, l.reader, l.place, c.cover
    from likely l cross join lateral (select sum(asked.worth) as cover from unnest(queries, worths) as asked (query, worth) where l.found_by @@ asked.query) c
    where c.cover >= enough order by c.cover desc, l.article_key, l.version desc, l.reader, l.place limit most;
end $$;
reset role;

revoke all on function app.library_words_for(text[]), app.library_words_near(text[]), app.passages_covering(text, tsquery, tsquery[], real[], real, int), app.words_of_claims(uuid, text[]),
  app.count_words(uuid, text, int, int), app.readers_from(text), app.wording_for(text, text[]) from public;
grant execute on function app.library_words_for(text[]), app.library_words_near(text[]), app.passages_covering(text, tsquery, tsquery[], real[], real, int) to chiron_app;
revoke all on function app.guard_questions(), app.guard_claims(), app.read_passage(), app.read_passages(), app.guard_submissions(), app.show_submitted(),
  app.hide_returned(), app.guard_reviews(), app.library_names(), app.claim_digest(text, int, int) from public;
grant execute on function app.library_names() to chiron_app;
grant execute on function app.claim_digest(text, int, int) to chiron_app, chiron_reader;
create trigger library_questions_guard before insert on library_questions for each row execute function app.guard_questions();
create trigger claims_guard before insert on claims for each row execute function app.guard_claims();
create trigger passages_read before insert on passages for each row execute function app.read_passage();
create trigger passages_claims after insert on passages referencing new table as written for each statement execute function app.read_passages();
create trigger submissions_guard before insert on submissions for each row execute function app.guard_submissions();
create trigger submissions_show after insert on submissions for each row execute function app.show_submitted();
create trigger reviews_guard before insert on reviews for each row execute function app.guard_reviews();
create trigger reviews_hide after insert on reviews for each row when (new.verdict = 'return') execute function app.hide_returned();

-- How each version stands today. `lapsed` says why it is not approved although it may have been: its day has come, a source
-- is retracted or not found, or, of an article, a claim of it is not approved or says something else by now. The day is that of the
-- asker's school; where the server asks for a feed there is no asker, and app.library_school says which.
create view claim_standings with (security_invoker = true) as
with judged as (
  -- An approval counts from after the last retraction and the last revision of a source on: it was given for what stood there.
  select c.school_id, c.key, c.version, c.is_shown, c.statement, c.share, c.share_of, s.at as submitted_at, r.returned_at, r.approvals, r.approved_at,
    case when c.review_by <= (select app.today(coalesce(app.school(), nullif(current_setting('app.library_school', true), '')::uuid))) then 'day' when f.is_retracted then 'retracted' when f.is_missing then 'source' end as lapsed
  from claims c
  left join submissions s on (s.school_id, s.kind, s.key, s.version) = (c.school_id, 'claim', c.key, c.version)
  cross join lateral (
    select coalesce(bool_or(k.is_retracted), false) as is_retracted, coalesce(bool_or(not l.is_verified), false) as is_missing,
      coalesce(max(greatest(k.retracted_at, l.revised_at)), '-infinity') as counts_after
    from (select distinct on (o.key) o.school_id, o.key, o.is_verified, case when o.version > 1 then o.written_at end as revised_at
      from library_sources o where o.school_id = c.school_id and o.key = any (c.sources) order by o.key, o.version desc) l
    cross join lateral (
      select max(at) filter (where k.is_retracted) as retracted_at, (array_agg(k.is_retracted order by turn desc))[1] as is_retracted
      from source_checks k where (k.school_id, k.source_key) = (l.school_id, l.key)) k) f
  cross join lateral (
    select min(r.at) filter (where r.verdict = 'return') as returned_at,
      count(*) filter (where r.verdict = 'approve' and r.at > f.counts_after)::int as approvals,
      (array_agg(r.at order by r.at) filter (where r.verdict = 'approve' and r.at > f.counts_after))[2] as approved_at
    from reviews r where (r.school_id, r.kind, r.key, r.version) = (c.school_id, 'claim', c.key, c.version)) r),
stated as (
  select *, case when submitted_at is null then 'draft' when returned_at is not null then 'returned'
    when approvals >= 2 and lapsed is null then 'approved' when approvals = 0 and lapsed is null then 'submitted' else 'under review' end as state
  from judged)
select *, is_shown and row_number() over (partition by school_id, key order by is_shown desc, state = 'approved' desc, version desc) = 1 as is_current
from stated;

create view article_standings with (security_invoker = true) as
with judged as (
  select a.school_id, a.key, a.version, a.is_shown, s.at as submitted_at, r.returned_at, r.approvals, r.approved_at, f.claims, f.open_claims,
    case when a.review_by <= (select app.today(coalesce(app.school(), nullif(current_setting('app.library_school', true), '')::uuid))) then 'day' when f.open_claims > 0 then 'claims' end as lapsed
  from articles a
  left join submissions s on (s.school_id, s.kind, s.key, s.version) = (a.school_id, 'article', a.key, a.version)
  cross join lateral (
    select count(*)::int as claims, (count(*) filter (where c.state is distinct from 'approved' or c.digest <> l.digest))::int as open_claims
    from article_claims l left join lateral (select s.state, app.claim_digest(s.statement, s.share, s.share_of) as digest
      from claim_standings s where (s.school_id, s.key) = (l.school_id, l.claim_key) and s.is_current limit 1) c on true
    where (l.school_id, l.article_key, l.version) = (a.school_id, a.key, a.version)) f
  cross join lateral (
    select min(at) filter (where verdict = 'return') as returned_at, count(*) filter (where verdict = 'approve')::int as approvals,
      (array_agg(at order by at) filter (where verdict = 'approve'))[2] as approved_at
    from reviews r where (r.school_id, r.kind, r.key, r.version) = (a.school_id, 'article', a.key, a.version)) r),
stated as (
  select *, case when submitted_at is null then 'draft' when returned_at is not null then 'returned'
    when approvals >= 2 and lapsed is null then 'approved' when approvals = 0 and lapsed is distinct from 'day' then 'submitted' else 'under review' end as state
  from judged)
select *, is_shown and row_number() over (partition by school_id, key order by is_shown desc, state = 'approved' desc, version desc) = 1 as is_current
from stated;

grant select on claim_standings, article_standings to chiron_app, chiron_reader;

set local role chiron_reader;
-- What everybody in a school may read of its library, newest change first: when each version was submitted, and since when it stands
-- as it does, where it is approved or under review again. NOTE: no draft, nothing returned, and nobody's name.
create function app.library_changes(school uuid) returns table (kind text, key text, version int, title text, because text, change text, lapsed text, at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.steward() then return; end if;
  perform set_config('app.library_school', school::text, true);
  return query
  with claim as (
    select s.key, s.version, c.statement as title, c.because, s.state, s.lapsed, s.approvals, s.submitted_at, s.is_current,
      case when s.lapsed = 'day' then c.review_by::timestamp at time zone z.time_zone
        when s.lapsed = 'retracted' then (select max(k.at) from source_checks k where k.school_id = school and k.source_key = any (c.sources) and k.is_retracted)
        when s.state = 'approved' then s.approved_at end as since
    from claim_standings s join claims c using (school_id, key, version) join schools z using (school_id)
    where s.school_id = school and s.is_shown and s.submitted_at is not null),
  article as (
    select s.key, s.version, a.title, a.because, s.state, s.lapsed, s.approvals, s.submitted_at, s.is_current,
      case when s.lapsed = 'day' then a.review_by::timestamp at time zone z.time_zone
        when s.approvals >= 2 then greatest(s.approved_at, (select max(greatest(c.submitted_at, c.since))
          from article_claims l join claim c on c.key = l.claim_key and c.is_current
          where (l.school_id, l.article_key, l.version) = (school, s.key, s.version))) end as since
    from article_standings s join articles a using (school_id, key, version) join schools z using (school_id)
    where s.school_id = school and s.is_shown and s.submitted_at is not null),
  thing as (select 'claim' as kind, * from claim union all select 'article', * from article)
  select f.* from (
    select t.kind, t.key, t.version, t.title, t.because, 'submitted' as change, null::text as lapsed, t.submitted_at as at from thing t
    union all
    select t.kind, t.key, t.version, t.title, t.because, t.state, t.lapsed, greatest(t.since, t.submitted_at)
      from thing t where t.since is not null and t.state in ('approved', 'under review')) f
  order by f.at desc, f.kind, f.key, f.version desc, f.change limit 100;
end $$;
reset role;
revoke all on function app.library_changes(uuid) from public;
grant execute on function app.library_changes(uuid) to chiron_steward;
-- NOTE: the moment of a row is the database's, and so is which version everybody reads.
grant select on library_sources, source_checks, claims, articles, passages, article_claims, submissions, reviews, passage_comments, reader_choices to chiron_app;
grant insert (school_id, key, version, authors, title, journal, year, locator, doi, pmid, pmcid, url, is_verified, note, written_by) on library_sources to chiron_app, chiron_steward;
grant insert (school_id, source_key, source_version, turn, checked_on, is_retracted, note, checked_by) on source_checks to chiron_app, chiron_steward;
grant insert (school_id, key, version, statement, share, share_of, strength, design, setting, limits, sources, supports, checked_on, review_by, because, written_by) on claims to chiron_app, chiron_steward;
grant insert (school_id, key, version, title, topic, review_by, because, written_by) on articles to chiron_app, chiron_steward;
-- NOTE: the server alone can say that a model phrased something.
grant insert (phrased_by) on articles to chiron_steward;
grant insert (school_id, article_key, version, reader, place, heading, words) on passages to chiron_app, chiron_steward;
grant insert (school_id, kind, key, version, submitted_by) on submissions to chiron_app, chiron_steward;
grant insert (school_id, kind, key, version, reviewer_id, verdict, reason) on reviews to chiron_app;
grant insert (school_id, comment_id, article_key, version, reader, place, words, written_by) on passage_comments to chiron_app;
grant insert (school_id, person_id, reader), update (reader) on reader_choices to chiron_app;
grant select on library_questions to chiron_app;
grant insert (school_id, question_id, words) on library_questions to chiron_app;
grant select on question_outcomes to chiron_app;
grant insert (school_id, question_id, turn, kind, article_key, article_version, reason, decided_by) on question_outcomes to chiron_app;

-- Where a claim comes from is open to the school, and whether it is retracted.
create policy library_sources_see on library_sources for select to chiron_app using (school_id = (select app.school()));
-- The board adds and revises sources. NOTE: no update, no delete: what was cited stays known.
create policy library_sources_write on library_sources for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library')) and written_by = (select app.person()));
-- Open to the school.
create policy source_checks_see on source_checks for select to chiron_app using (school_id = (select app.school()));
-- The board looks a source up. NOTE: no update, no delete.
create policy source_checks_write on source_checks for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library')) and checked_by = (select app.person()));
-- Everybody reads what is submitted and not returned; drafts are the board's.
create policy claims_see on claims for select to chiron_app using (school_id = (select app.school()) and (is_shown or (select app.may('review library'))));
-- The board writes the next version, in its own name. NOTE: no update, no delete: a version stays as it is.
create policy claims_write on claims for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library')) and written_by = (select app.person()));
-- Everybody reads what is submitted and not returned; drafts are the board's.
create policy articles_see on articles for select to chiron_app using (school_id = (select app.school()) and (is_shown or (select app.may('review library'))));
-- The board writes the next version, in its own name. NOTE: no update, no delete: a version stays as it is.
create policy articles_write on articles for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library')) and written_by = (select app.person()));
-- The same readers as the article.
create policy passages_see on passages for select to chiron_app using (school_id = (select app.school()) and (is_shown or (select app.may('review library'))));
-- Written with their version, by whoever writes that: none is slipped into another's later. NOTE: no update, no delete.
create policy passages_write on passages for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library'))
  and exists (select from articles a where (a.school_id, a.key, a.version) = (passages.school_id, passages.article_key, passages.version)
    and a.written_by = (select app.person()) and a.written_at >= transaction_timestamp()));
-- The same readers as the article. A row is asked for as a value, here and below, so that each is looked up by its key, where
-- EXISTS would gather all of them for a few. NOTE: nobody writes it; the database reads it out of the text.
create policy article_claims_see on article_claims for select to chiron_app using (school_id = (select app.school())
  and (select true from articles a where (a.school_id, a.key, a.version) = (article_claims.school_id, article_claims.article_key, article_claims.version)));
-- The same readers as what was submitted.
create policy submissions_see on submissions for select to chiron_app using (school_id = (select app.school())
  and case kind when 'article' then (select true from articles a where (a.school_id, a.key, a.version) = (submissions.school_id, submissions.key, submissions.version))
    else (select true from claims c where (c.school_id, c.key, c.version) = (submissions.school_id, submissions.key, submissions.version)) end);
-- The board submits, in its own name. NOTE: no update, no delete.
create policy submissions_make on submissions for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library')) and submitted_by = (select app.person()));
-- Who approved what is open to whoever reads it. Why something was returned is the board's: nobody else reads what was returned.
create policy reviews_see on reviews for select to chiron_app using (school_id = (select app.school())
  and case kind when 'article' then (select true from articles a where (a.school_id, a.key, a.version) = (reviews.school_id, reviews.key, reviews.version))
    else (select true from claims c where (c.school_id, c.key, c.version) = (reviews.school_id, reviews.key, reviews.version)) end);
-- A reviewer, in their own name; of what they did not write, the guard above knows. NOTE: no update, no delete.
create policy reviews_give on reviews for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library')) and reviewer_id = (select app.person()));
-- The board's own notes.
create policy passage_comments_see on passage_comments for select to chiron_app using (school_id = (select app.school()) and (select app.may('review library')));
-- Written by a reviewer, in their own name. NOTE: no update, no delete.
create policy passage_comments_write on passage_comments for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library')) and written_by = (select app.person()));
-- One's own, and nobody else's business.
create policy reader_choices_own on reader_choices to chiron_app using (school_id = (select app.school()) and person_id = (select app.person()))
  with check (school_id = (select app.school()) and person_id = (select app.person()));

-- The board reads what was asked. NOTE: not who asked it, which is kept nowhere; nobody else reads it.
create policy library_questions_see on library_questions for select to chiron_app using (school_id = (select app.school()) and (select app.may('review library')));
-- Everybody may ask the board. NOTE: no update, no delete.
create policy library_questions_ask on library_questions for insert to chiron_app with check (school_id = (select app.school()));

-- What becomes of a question is the board's to know, as the question is.
create policy question_outcomes_see on question_outcomes for select to chiron_app using (school_id = (select app.school()) and (select app.may('review library')));
-- A reviewer says it, in their own name. NOTE: no update, no delete: the next one counts.
create policy question_outcomes_say on question_outcomes for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('review library')) and decided_by = (select app.person()));

-- A new school begins with what Chiron brings, submitted by nobody and approved by nobody.
create policy library_sources_bring on library_sources for insert to chiron_steward with check ((select app.steward()) and written_by is null);
-- A new school begins with what Chiron brings.
create policy source_checks_bring on source_checks for insert to chiron_steward with check ((select app.steward()) and checked_by is null);
-- A new school begins with what Chiron brings.
create policy claims_bring on claims for insert to chiron_steward with check ((select app.steward()) and written_by is null);
-- A new school begins with what Chiron brings.
create policy articles_bring on articles for insert to chiron_steward with check ((select app.steward()) and written_by is null);
-- A new school begins with what Chiron brings.
create policy passages_bring on passages for insert to chiron_steward with check ((select app.steward()));
-- What Chiron brings can be read from the first day, with its caution. NOTE: no approval comes with it.
create policy submissions_bring on submissions for insert to chiron_steward with check ((select app.steward()) and submitted_by is null);

-- Passages are written with their version, and what rests on what is read out of them; the version's event stands for both.
select app.watch('library_sources', 'source', 'written_by', '');
select app.watch('source_checks', 'source', 'checked_by', '');
select app.watch('claims', 'claim', 'written_by', '');
select app.watch('articles', 'article', 'written_by', '');
select app.watch('submissions', 'library', 'submitted_by', '');
select app.watch('reviews', 'library', 'reviewer_id', '');
select app.watch('passage_comments', 'comment', 'comment_id', '');
select app.watch('question_outcomes', 'library', 'decided_by', '');
select app.watch('reader_choices', 'reader', 'person_id', '');
-- NOTE: a question leaves no event, which would say who asked it.
