import { FormGroup, Radio } from '../../ui/patternfly';
import { useEffect } from 'react';
import type { Template, Volume } from '../../api/types';
import { useLive } from '../../live/LiveContext';
import { bytes } from '../../ui/format';
import { type Choice, ChoiceField } from './ChoiceField';
import type { DraftForm } from './useDraft';
import { useFreeVolumes } from './useFreeVolumes';

/** What the VM boots from: a fresh clone of a template, or a disk that exists. */
export function SourceFields({ form }: { form: DraftForm }) {
  const { source } = form.draft;
  return (
    <>
      <FormGroup role="radiogroup" label="Boots from" isInline fieldId="source">
        <Radio
          id="source-template"
          name="source"
          label="A template"
          isChecked={source === 'template'}
          onChange={() => form.set('source', 'template')}
        />
        <Radio
          id="source-volume"
          name="source"
          label="An existing disk"
          isChecked={source === 'bootVolume'}
          onChange={() => form.set('source', 'bootVolume')}
          data-testid="source-volume"
        />
      </FormGroup>
      {source === 'template' ? <TemplateField form={form} /> : <VolumeField form={form} />}
    </>
  );
}

function TemplateField({ form }: { form: DraftForm }) {
  const templates = useLive((state) => state.templates.items);
  const ready = [...templates.values()].filter((template) => template.state === 'ready');
  useFirst(form, 'template', ready[0]?.name);
  if (ready.length === 0) {
    return <Nothing>{templates.size === 0 ? NO_TEMPLATE : 'The template is still being imported.'}</Nothing>;
  }
  return (
    <ChoiceField form={form} field="template" label="Template" choices={ready.map(templateChoice)} required />
  );
}

const NO_TEMPLATE = 'There is no template yet. An administrator imports one first; the user guide tells how.';

function VolumeField({ form }: { form: DraftForm }) {
  const volumes = useFreeVolumes();
  useFirst(form, 'bootVolume', volumes?.[0]?.id);
  if (volumes === null) {
    return <Nothing>Reading the disks…</Nothing>;
  }
  return volumes.length === 0 ? (
    <Nothing>
      There is no disk that is ready and free. Disks kept from a deleted VM would be offered here.
    </Nothing>
  ) : (
    <ChoiceField form={form} field="bootVolume" label="Disk" choices={volumes.map(volumeChoice)} required />
  );
}

function Nothing({ children }: { children: string }) {
  return <p className="edog-muted">{children}</p>;
}

/** Chooses the first as long as nothing is chosen. */
function useFirst(form: DraftForm, field: 'template' | 'bootVolume', first: string | undefined): void {
  const chosen = form.draft[field];
  useEffect(() => {
    if (chosen === '' && first !== undefined) {
      form.set(field, first);
    }
  });
}

function templateChoice(template: Template): Choice {
  const about = [template.os, template.version].filter(Boolean).join(' ');
  return { value: template.name, label: about === '' ? template.name : `${template.name} (${about})` };
}

function volumeChoice(volume: Volume): Choice {
  const size = volume.sizeBytes > 0 ? ` (${bytes(volume.sizeBytes)})` : '';
  return { value: volume.id, label: volume.name + size };
}
