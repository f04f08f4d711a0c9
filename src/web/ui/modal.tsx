// The inside of a `Dialog`, with React Aria's holding of the focus.
import { type ReactNode, useEffect } from "react";
import { Dialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "./button.tsx";

type DialogModalProps = {
  title: string;
  onClose: () => void;
  wide?: boolean;
  actions?: ReactNode;
  children: ReactNode;
};

export function DialogModal({ title, onClose, wide, actions, children }: DialogModalProps) {
  useEffect(() => catchFocus, []);
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className={`modal${wide ? " wide" : ""}`}>
        <Dialog>
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
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Longer than React Aria takes to give the focus back. */
const givenBackMilliseconds = 100;

/** What opened the dialog may be gone with the row that was acted on: then the focus goes to the page, and not nowhere. */
function catchFocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById("main")?.focus({ preventScroll: true });
  }, givenBackMilliseconds);
}
