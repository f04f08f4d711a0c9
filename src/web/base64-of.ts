// The bytes of a file as base64, which is how requests carry them.

interface Reading {
  signal?: AbortSignal;
  /** Bytes that have been read. */
  onProgress?: (bytes: number) => void;
}

/** Rejected where the file cannot be read, and with AbortError when it was stopped. */
export function base64Of(file: File, { signal, onProgress }: Reading = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    const stop = () => reader.abort();
    signal?.addEventListener("abort", stop, { once: true });
    reader.addEventListener("progress", ({ loaded }) => onProgress?.(loaded));
    // A data address is "data:TYPE;base64," and then the bytes; an empty file has no comma part.
    reader.addEventListener("load", () => resolve(String(reader.result).split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(new Error(`${file.name} could not be read.`)));
    reader.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    reader.addEventListener("loadend", () => signal?.removeEventListener("abort", stop));
    if (signal?.aborted) reject(new DOMException("stopped", "AbortError"));
    else reader.readAsDataURL(file);
  });
}
