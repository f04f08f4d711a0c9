// A file's content, read once: what goes out later is what was chosen, whatever becomes of the file meanwhile.

interface Reading {
  signal?: AbortSignal;
  /** Bytes that have been read. */
  onProgress?: (bytes: number) => void;
}

/** Rejected where the file cannot be read, and with AbortError when it was stopped. */
export function contentOf(file: File, reading: Reading = {}): Promise<Blob> {
  return readBy(file, reading, (reader) => reader.readAsArrayBuffer(file)).then((bytes) => new Blob([bytes]));
}

/** As base64, which is how JSON carries it. */
export function base64Of(file: File): Promise<string> {
  // A data address is "data:TYPE;base64," and then the bytes; an empty file has no comma part.
  return readBy(file, {}, (reader) => reader.readAsDataURL(file)).then(
    (address) => String(address).split(",")[1] ?? "",
  );
}

function readBy(
  file: File,
  { signal, onProgress }: Reading,
  read: (reader: FileReader) => void,
): Promise<string | ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    const stop = () => reader.abort();
    signal?.addEventListener("abort", stop, { once: true });
    reader.addEventListener("progress", ({ loaded }) => onProgress?.(loaded));
    reader.addEventListener("load", () => resolve(reader.result ?? ""));
    reader.addEventListener("error", () => reject(new Error(`${file.name} could not be read.`)));
    reader.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    reader.addEventListener("loadend", () => signal?.removeEventListener("abort", stop));
    if (signal?.aborted) reject(new DOMException("stopped", "AbortError"));
    else read(reader);
  });
}
