import { FormGroup, TextInput } from '../../ui/patternfly';
import { FieldHelp, helpId } from '../../ui/FieldHelp';
import type { DraftForm } from './useDraft';

interface Props {
  form: DraftForm;
  field: 'name' | 'cpus' | 'memoryMiB';
  label: string;
  hint?: string;
  numeric?: boolean;
}

/** A labelled input with its problem below it. Numbers are typed as text, so that every wrong one can be told. */
export function TextField({ form, field, label, hint, numeric = false }: Props) {
  const problem = form.problems[field];
  return (
    <FormGroup label={label} fieldId={field} isRequired>
      <TextInput
        id={field}
        data-testid={`field-${field}`}
        value={form.draft[field]}
        onChange={(_, value) => form.set(field, value)}
        validated={problem ? 'error' : 'default'}
        aria-describedby={helpId(field)}
        inputMode={numeric ? 'numeric' : 'text'}
        autoComplete="off"
        isRequired
      />
      <FieldHelp field={field} problem={problem} hint={hint ?? ''} />
    </FormGroup>
  );
}
