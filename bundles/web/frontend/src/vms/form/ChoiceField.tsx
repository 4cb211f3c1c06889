import { FormGroup, FormSelect, FormSelectOption } from '../../ui/patternfly';
import { FieldHelp, helpId } from '../../ui/FieldHelp';
import type { DraftForm } from './useDraft';

type ChoiceName = 'template' | 'bootVolume' | 'onCrash' | 'onShutdown' | 'onHostLoss';

export interface Choice {
  value: string;
  label: string;
}

interface Props {
  form: DraftForm;
  field: ChoiceName;
  label: string;
  choices: readonly Choice[];
  hint?: string;
  required?: boolean;
}

/** A labelled choice with its problem below it. */
export function ChoiceField({ form, field, label, choices, hint, required = false }: Props) {
  const problem = form.problems[field];
  return (
    <FormGroup label={label} fieldId={field} isRequired={required}>
      <FormSelect
        id={field}
        data-testid={`field-${field}`}
        value={form.draft[field]}
        onChange={(_, value) => form.set(field, value as never)}
        validated={problem ? 'error' : 'default'}
        aria-describedby={helpId(field)}
      >
        {choices.map((choice) => (
          <FormSelectOption key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </FormSelect>
      <FieldHelp field={field} problem={problem} hint={hint ?? ''} />
    </FormGroup>
  );
}
