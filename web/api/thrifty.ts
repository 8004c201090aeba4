// Is nothing to be brought before somebody asks for it? Who pays for each byte, or waits long for it, gets what they ask for alone.

/** No browser but Chromium's says so. */
type Connection = { saveData: boolean; effectiveType: string };
const connection = (): Connection | undefined =>
  (navigator as { connection?: Connection }).connection;

export const isThrifty = (): boolean => {
  const { saveData = false, effectiveType = '4g' } = connection() ?? {};
  return saveData || effectiveType !== '4g';
};
