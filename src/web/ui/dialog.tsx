// Dialogs over the page: forms, and the question before something that is hard to take back.
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import type { AskError } from "../ask.ts";
import { Button, IconButton } from "./button.tsx";
import { Problem } from "./problem.tsx";

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
export function Dialog({ title, isOpen, onClose, wide, actions, children }: DialogProps) {
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={`modal${wide ? " wide" : ""}`}>
        <AriaDialog>
          <div className="dialog">
            <div className="dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <IconButton icon="x" label="Close" onClick={onClose} />
            </div>
            {children}
            {actions !== undefined && <div className="dialog-foot">{actions}</div>}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
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
