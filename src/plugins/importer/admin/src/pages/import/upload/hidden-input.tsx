import { forwardRef } from 'react';

interface HiddenInputProps {
  readonly label: string;
  readonly isFolder?: boolean;
  readonly onPick: (files: FileList | null) => void;
}

/** Opens the system's dialog for files. A button stands for it: the browser's own can be neither styled nor translated. */
export const HiddenInput = forwardRef<HTMLInputElement, HiddenInputProps>(function HiddenInput({ label, isFolder = false, onPick }, ref) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label={label}
      {...(isFolder ? { webkitdirectory: '' } : {})}
      onChange={({ target }) => {
        onPick(target.files);
        target.value = '';
      }}
    />
  );
});
