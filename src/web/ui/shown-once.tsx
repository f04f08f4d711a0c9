// A secret that is shown this once, with a button that copies it.
import { useState } from "react";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";

type Props = {
  label: string;
  secret: string;
  /** Said under the label; null where the page around it says so. */
  hint?: string | null;
};

const onlyNow = "It is shown this once and kept nowhere. Copy it now.";

export function ShownOnce({ label, secret, hint = onlyNow }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(secret).then(() => setCopied(true));
  return (
    <div className="section">
      <TextField
        label={label}
        value={secret}
        readOnly
        spellCheck={false}
        {...(hint === null ? {} : { hint })}
        onFocus={(event) => event.target.select()}
      />
      {window.isSecureContext && (
        <div className="row">
          <Button icon={isCopied ? "check" : "file"} onClick={copy}>
            {isCopied ? "Copied" : "Copy it"}
            <span className="vh">: {label}</span>
          </Button>
          <output className="vh">{isCopied ? "Copied" : ""}</output>
        </div>
      )}
    </div>
  );
}
