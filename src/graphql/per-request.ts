/** Makes what lives as long as a request, when the request first asks for it. */
export function perRequest<Made>(make: () => Made): (context: object) => Made {
  const made = new WeakMap<object, { readonly value: Made }>();
  return (context) => {
    const held = made.get(context) ?? { value: make() };
    made.set(context, held);
    return held.value;
  };
}
