/** The mark of edog and its name. */
export function Brand() {
  return (
    <span className="edog-brand">
      <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width={28} height={28} />
      <span>edog</span>
    </span>
  );
}
