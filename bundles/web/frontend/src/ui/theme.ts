/** Follows the browser's choice of light or dark. */
export function followColorScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => document.documentElement.classList.toggle('pf-v6-theme-dark', dark.matches);
  dark.addEventListener('change', apply);
  apply();
}
