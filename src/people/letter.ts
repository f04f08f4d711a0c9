// Letters to those who have something to do here, opened in the writer's own mail program.

/** One letter, to the addresses from the `first` to the `last`, counted from 1. */
export interface Letter {
  first: number;
  last: number;
  href: string;
}

/** Longer links are cut off or refused by the programs that open them. */
const linkMost = 1900;

/**
 * As few letters as the addresses fit into, each address once and none of them told to the others.
 * What a letter says is the same for everybody: it lies open in more places than this server does.
 *
 * @param link where whoever gets it signs in and finds what waits for them
 */
export function lettersTo(addresses: string[], link: string): Letter[] {
  const body = `Hello,\r\n\r\nsomething waits for you in Chiron. Please sign in to see it:\r\n${link}\r\n\r\nThank you.\r\n`;
  const rest = `&subject=${encodeURIComponent("Something waits for you in Chiron")}&body=${encodeURIComponent(body)}`;
  const most = linkMost - "mailto:?bcc=".length - rest.length;
  const groups: string[][] = [];
  let length = 0;
  for (const address of new Set(addresses)) {
    const written = encodeURIComponent(address);
    const group = groups.at(-1);
    if (group !== undefined && length + written.length < most) group.push(written);
    else {
      groups.push([written]);
      length = 0;
    }
    length += written.length + 1;
  }
  let before = 0;
  return groups.map((group) => {
    const first = before + 1;
    before += group.length;
    return { first, last: before, href: `mailto:?bcc=${group.join(",")}${rest}` };
  });
}
