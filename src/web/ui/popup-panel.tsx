// The panel of a `Popup`, with React Aria's handling of focus, Escape and presses outside.
import { type ReactNode, type RefObject, useSyncExternalStore } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Popover } from "react-aria-components/Popover";

type PanelProps = {
  label: string;
  narrow: boolean;
  button: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
};

export function PopupPanel({ label, narrow, button, onClose, children }: PanelProps) {
  const isPhone = useIsPhone();
  const dialog = <Dialog aria-label={label}>{children}</Dialog>;
  const changed = (isOpen: boolean) => !isOpen && onClose();
  if (isPhone)
    return (
      <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={changed}>
        <Modal className="sheet">{dialog}</Modal>
      </ModalOverlay>
    );
  return (
    <Popover
      className={`popover${narrow ? " narrow" : ""}`}
      triggerRef={button}
      isOpen
      onOpenChange={changed}
      placement="bottom start"
      offset={6}
    >
      {dialog}
    </Popover>
  );
}

const phone = window.matchMedia("(max-width: 40rem)");

function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      phone.addEventListener("change", changed);
      return () => phone.removeEventListener("change", changed);
    },
    () => phone.matches,
  );
}
