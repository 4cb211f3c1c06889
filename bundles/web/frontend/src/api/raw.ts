/** Reading JSON whose shape is not proven: every reader gives a usable value, whatever was sent. */

export type Raw = Readonly<Record<string, unknown>>;

export function object(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function word(value: unknown): string {
  return text(value).toLowerCase();
}

export function number(value: unknown, otherwise = 0): number {
  return numberOrNull(value) ?? otherwise;
}

export function numberOrNull(value: unknown): number | null {
  const parsed = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
}

/** The value as one of the allowed words, or the given one. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((each) => each === word(value)) ?? otherwise;
}
