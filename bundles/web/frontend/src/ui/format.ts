/** `512 MiB`, `2 GiB`, `1.5 GiB`. */
export function mebibytes(mib: number): string {
  return mib < 1024 ? `${mib} MiB` : `${trimmed(mib / 1024)} GiB`;
}

export function bytes(count: number): string {
  const mib = count / 2 ** 20;
  return mib < 1 ? `${trimmed(count / 1024)} KiB` : mebibytes(mib < 1024 ? Math.round(mib) : mib);
}

function trimmed(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

/** How long ago, in the one unit that matters: `3 s`, `5 min`, `2 h`, `4 d`. Never negative: clocks may differ. */
export function age(fromIso: string, now: number): string {
  const ms = now - Date.parse(fromIso);
  return Number.isNaN(ms) ? '' : duration(ms);
}

export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 120) {
    return `${seconds} s`;
  }
  if (seconds < 7_200) {
    return `${Math.floor(seconds / 60)} min`;
  }
  return seconds < 172_800 ? `${Math.floor(seconds / 3_600)} h` : `${Math.floor(seconds / 86_400)} d`;
}

/** A moment as a clock time; with its date unless it is today's. */
export function clock(moment: string | number, today: Date = new Date()): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) {
    return '';
  }
  const time = date.toLocaleTimeString(undefined, { hour12: false });
  return date.toDateString() === today.toDateString() ? time : `${date.toLocaleDateString()} ${time}`;
}

/** Ids are long: their beginning tells them apart well enough beside a name. */
export function short(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id) ? id.slice(0, 8) : id;
}

/** A reason as a sentence among others: with a capital and a full stop, whoever wrote it. Names keep their letters. */
export function sentence(words: string): string {
  const capital = words.trim().replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase());
  return capital === '' || /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
