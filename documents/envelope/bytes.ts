// Bytes as text and back, the same in a browser and in Node.
import { bytesToHex, type Hex, hexToBytes } from "viem";

export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Throws on what is not UTF-8; a byte order mark is a character like any other. */
export const fromUtf8 = (bytes: Bytes): string =>
  new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

export const fromHex = (hex: Hex): Bytes => new Uint8Array(hexToBytes(hex));
export const toHex = (bytes: Bytes): Hex => bytesToHex(bytes);

export function concat(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function toBase64(bytes: Bytes): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Throws on what is not base64. */
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export const toBase64Url = (bytes: Bytes): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
