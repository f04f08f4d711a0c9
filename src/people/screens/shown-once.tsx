// A secret that is shown this once, with a button that copies it.
import { useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";

export function ShownOnce({ label, secret }: { label: string; secret: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(secret).then(() => setCopied(true));
  return (
    <div className="section">
      <TextField
        label={label}
        value={secret}
        readOnly
        spellCheck={false}
        hint="It is shown this once and kept nowhere. Copy it now."
        onFocus={(event) => event.target.select()}
      />
      {window.isSecureContext && (
        <div className="row">
          <Button icon={isCopied ? "check" : "file"} onClick={copy}>
            {isCopied ? "Copied" : "Copy it"}
          </Button>
          <output className="vh">{isCopied ? "Copied" : ""}</output>
        </div>
      )}
    </div>
  );
}
