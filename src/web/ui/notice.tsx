// What a screen says about itself: notices, empty boxes, status lines.
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

type NoticeKind = "plain" | "caution" | "stop";
const noticeIcons: Record<NoticeKind, IconName> = { plain: "info", caution: "alert", stop: "alert" };

/** A band with what happened, what it means, and the next step. `live` when it appears after something was done. */
export function Notice({
  kind = "plain",
  title,
  icon,
  live,
  children,
}: {
  kind?: NoticeKind;
  title: string;
  icon?: IconName;
  live?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={`notice ${kind === "plain" ? "" : kind}`} role={live ? "status" : "note"}>
      <Icon name={icon ?? noticeIcons[kind]} />
      <p>
        <b>{title}</b>
      </p>
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}

/** In place of a list without rows: what there would be, in words, and what to do. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <b>{title}</b>
      </p>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

type StatusKind = "plain" | "done" | "wait" | "caution" | "stop";
const statusIcons: Record<StatusKind, IconName> = {
  plain: "info",
  done: "check",
  wait: "clock",
  caution: "alert",
  stop: "alert",
};

/** A short state with its icon: "Signed", "Waits for Dr. Santos, 9 days". Good news is plain ink with a check. */
export function StatusLine({
  kind = "plain",
  icon,
  live,
  children,
}: {
  kind?: StatusKind;
  icon?: IconName;
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={`status status-${kind}`} {...(live ? { role: "status" } : {})}>
      <Icon name={icon ?? statusIcons[kind]} />
      <span>{children}</span>
    </span>
  );
}

/** A small framed word: "Draft", "Version 3". */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
