/** Does something as soon as the tab is seen: at once, or when somebody comes back to it. */
export function onceVisible(signal: AbortSignal, then: () => void): void {
  if (!document.hidden) {
    then();
    return;
  }
  const look = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', look);
    then();
  };
  document.addEventListener('visibilitychange', look, { signal });
}
