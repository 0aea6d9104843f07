declare module '*.svg' {
  /** The address that the picture is served at. */
  const address: string;
  export default address;
}
