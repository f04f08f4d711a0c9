// Choosing one person among too many for a select: type, and the server finds.
import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { Icon } from "./icon.tsx";

export type Pick = { id: string; words: string; hint?: string };
type PickerProps = {
  label: string;
  hint?: string;
  /** Asked 150 ms after the last letter. */
  find: (words: string) => Promise<Pick[]>;
  onPick: (pick: Pick | null) => void;
};

export function PersonPicker({ label, hint, find, onPick }: PickerProps) {
  const [words, setWords] = useState("");
  const found = useFound(words, find);
  return (
    <ComboBox
      className="field"
      items={found}
      inputValue={words}
      onInputChange={setWords}
      onChange={(id) => onPick(found.find((one) => one.id === id) ?? null)}
      allowsEmptyCollection
      menuTrigger="focus"
      defaultFilter={() => true}
    >
      <Label>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="combo">
        <Input className="input" placeholder="Type a name" />
        <Button className="icon-button">
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover" offset={6}>
        <ListBox<Pick>
          className="menu"
          renderEmptyState={() => <p className="nothing">Nobody of that name whom you may see.</p>}
        >
          {(one) => (
            <ListBoxItem id={one.id} className="option" textValue={one.words}>
              <span>{one.words}</span>
              {one.hint !== undefined && <small>{one.hint}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function useFound(words: string, find: PickerProps["find"]): Pick[] {
  const [found, setFound] = useState<Pick[]>([]);
  useEffect(() => {
    let isLatest = true;
    const wait = setTimeout(() => {
      void find(words.trim()).then(
        (next) => isLatest && setFound(next),
        () => isLatest && setFound([]),
      );
    }, 150);
    return () => {
      isLatest = false;
      clearTimeout(wait);
    };
  }, [words, find]);
  return found;
}
