// With what do the agency and its signers sign? For the administrator: the seal's image, and everybody's key.
import { Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KeyHolderView } from '../../functions/contracts/views.ts';
import { keepSealImage, listKeyHolders } from '../api/enrolment.ts';
import { Screen } from '../parts/screen.tsx';
import { Loaded } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { Certificate } from './certificate.tsx';
import { EnrolKey } from './enrol-key.tsx';
import { GiveImage } from './give-image.tsx';

const { signing } = words;

const Holder = ({ keyHolder }: { keyHolder: KeyHolderView }) => {
  const { holder, name, certificate, image } = keyHolder;
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="sm">
        {name}
      </Title>
      <Stack gap="md">
        {holder.kind === 'organization' && (
          <GiveImage
            name={signing.seal}
            help={signing.sealHelp}
            missing={signing.noSeal}
            image={image}
            send={(png) => keepSealImage({ png })}
          />
        )}
        <Certificate certificate={certificate} />
        <EnrolKey keyHolder={keyHolder} />
      </Stack>
    </Paper>
  );
};

export const KeyHolders = () => (
  <Screen title={signing.all} help={signing.allHelp}>
    <Loaded asked={useQuery(listKeyHolders())}>
      {({ items }) => (
        <Stack maw={720}>
          {items.map((one) => (
            <Holder key={one.holder.id} keyHolder={one} />
          ))}
        </Stack>
      )}
    </Loaded>
  </Screen>
);
