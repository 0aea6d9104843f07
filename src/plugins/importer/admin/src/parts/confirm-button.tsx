import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { type ReactNode, useState } from 'react';
import { useWords } from '../translations/use-words';

interface ConfirmButtonProps {
  readonly label: string;
  readonly icon?: ReactNode;
  /** What is asked, and what will happen. */
  readonly title: string;
  readonly question: string;
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
}

/** The full red of `danger` is too pale for its white letters while the mouse is on it. */
const VARIANT = 'danger-light';

/** A button that asks before it does something that can't be taken back at once. */
export function ConfirmButton({ label, icon, title, question, isDisabled = false, onConfirm }: ConfirmButtonProps) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button variant={VARIANT} startIcon={icon} disabled={isDisabled}>
          {label}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="warning600" aria-hidden />}>{question}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {say('importer.common.back')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant={VARIANT} fullWidth onClick={onConfirm}>
              {label}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
