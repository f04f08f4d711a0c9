// A panel that opens from a button: a popover on a desk, a sheet from below on a phone. Escape or a press outside closes it.
import { type ReactElement, type ReactNode, useSyncExternalStore } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Popover } from "react-aria-components/Popover";

type PopupProps = {
  /** A React Aria `Button` from "react-aria-components/Button". */
  trigger: ReactElement;
  label: string;
  narrow?: boolean;
  children: (close: () => void) => ReactNode;
};

/** The focus goes into the panel and comes back to the button. */
export function Popup({ trigger, label, narrow, children }: PopupProps) {
  const isPhone = useIsPhone();
  const dialog = <Dialog aria-label={label}>{({ close }) => <>{children(close)}</>}</Dialog>;
  return (
    <DialogTrigger>
      {trigger}
      {isPhone ? (
        <ModalOverlay className="scrim" isDismissable>
          <Modal className="sheet">{dialog}</Modal>
        </ModalOverlay>
      ) : (
        <Popover className={`popover${narrow ? " narrow" : ""}`} placement="bottom start" offset={6}>
          {dialog}
        </Popover>
      )}
    </DialogTrigger>
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
