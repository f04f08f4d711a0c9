// What the browser saves as a file.

export function saveText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  saveFrom(name, address);
  URL.revokeObjectURL(address);
}

/** Of an address that holds the file itself: data or a blob. */
export function saveFrom(name: string, address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
