import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '../../ui/patternfly';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { Problem } from '../../api/types';
import { ProblemAlert } from '../../ui/ProblemAlert';

interface Props {
  title: string;
  description?: string;
  /** What the button that does it says. */
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  /** A problem of no single field. */
  problem?: Problem | undefined;
  onSubmit: (event?: FormEvent) => void;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
  testId: string;
}

/** A dialog with a form: Enter does it, Escape leaves it. */
export function FormDialog(props: Props) {
  const formId = useId();
  const {
    title,
    description,
    confirm,
    danger,
    busy,
    disabled,
    problem,
    onSubmit,
    onClose,
    children,
    testId,
  } = props;
  return (
    <Modal
      isOpen
      variant={props.wide ? 'medium' : 'small'}
      onClose={onClose}
      aria-label={title}
      data-testid={testId}
    >
      <ModalHeader title={title} description={description} />
      <ModalBody>
        <Form id={formId} onSubmit={onSubmit} noValidate>
          {problem && <ProblemAlert problem={problem} data-testid="dialog-problem" />}
          {children}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form={formId}
          variant={danger ? 'danger' : 'primary'}
          isLoading={busy ?? false}
          isDisabled={(busy ?? false) || (disabled ?? false)}
          data-testid="dialog-confirm"
        >
          {confirm}
        </Button>
        <Button variant="link" onClick={onClose} data-testid="dialog-cancel">
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
