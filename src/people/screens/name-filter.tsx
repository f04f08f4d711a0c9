// Finding somebody in a list by a part of the name. It stands in the address, so that a list can be shared and gone back to.
import { TextField } from "../../web/ui/field.tsx";
import { useSearch } from "../../web/ui/link.tsx";

export function NameFilter() {
  const [{ named }, setSearch] = useSearch();
  return (
    <TextField
      label="Name"
      type="search"
      autoComplete="off"
      placeholder="Part of a name"
      defaultValue={named ?? ""}
      onValue={(value) => setSearch({ named: value.trim() })}
    />
  );
}
