// Dialogs over the page: forms, and the question before something that is hard to take back.
import { lazy, type ReactNode, Suspense } from "react";
import type { AskError } from "../ask.ts";
import { Button } from "./button.tsx";
import { Problem } from "./problem.tsx";

const DialogModal = lazy(() => import("./modal.tsx").then((file) => ({ default: file.DialogModal })));

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  wide?: boolean;
  /** Buttons at the end; the primary one first. A form inside brings its own. */
  actions?: ReactNode;
  children: ReactNode;
};

/** Holds the focus until closed; Escape closes, a press outside does not, since a form may be half filled. */
export function Dialog({ isOpen, ...rest }: DialogProps) {
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <DialogModal {...rest} />
    </Suspense>
  );
}

type ConfirmProps = {
  /** The question: "End this pair?" */
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** The act in its own words, never "OK": "End this pair". */
  act: string;
  onAct: () => void;
  busy?: boolean;
  error?: AskError | null;
  /** What will happen and who will know. */
  children: ReactNode;
};

/** Asks before an act that others will see. `onAct` starts it; close from its success. */
export function Confirm({ title, isOpen, onClose, act, onAct, busy, error, children }: ConfirmProps) {
  const actions = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      <Button kind="primary" busy={busy ?? false} onClick={onAct}>
        {act}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} actions={actions}>
      <Problem error={error} />
      <div>{children}</div>
    </Dialog>
  );
}
