import { FormSection } from '../../ui/patternfly';
import { type Choice, ChoiceField } from './ChoiceField';
import type { DraftForm } from './useDraft';

const CHOICES: readonly Choice[] = [
  { value: 'restart', label: 'Restart it' },
  { value: 'stop', label: 'Record it as stopped' },
  { value: 'leave', label: 'Leave it as it is' },
];

/** What edog does by itself when the guest ends. Restarts are made with growing pauses and up to a limit. */
export function PolicyFields({ form }: { form: DraftForm }) {
  return (
    <FormSection title="When it ends by itself" titleElement="h2">
      <div className="edog-columns">
        <ChoiceField form={form} field="onCrash" label="After a crash" choices={CHOICES} />
        <ChoiceField form={form} field="onShutdown" label="After the guest shut down" choices={CHOICES} />
        <ChoiceField form={form} field="onHostLoss" label="After its host was lost" choices={CHOICES} />
      </div>
    </FormSection>
  );
}
