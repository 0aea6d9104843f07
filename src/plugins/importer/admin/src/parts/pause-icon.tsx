import type { Play } from '@strapi/icons';
import { type ComponentProps, forwardRef } from 'react';
import { useTheme } from 'styled-components';

/** Two bars; the design system has an icon for play and for stop, and none for this. */
export const Pause = forwardRef<SVGSVGElement, ComponentProps<typeof Play>>(function Pause(
  { fill = 'currentColor', stroke: _stroke, width = 16, height = 16, ...rest },
  ref,
) {
  const { colors } = useTheme();
  const paint = fill in colors ? colors[fill as keyof typeof colors] : fill;
  return (
    <svg {...rest} ref={ref} xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width={width} height={height} fill={paint}>
      <path d="M7 5h6v22H7zM19 5h6v22h-6z" />
    </svg>
  );
});
