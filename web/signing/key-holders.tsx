// With what do the agency and its signers sign? For the administrator: the seal's image, and everybody's key.
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KeyHolderView } from '../../functions/contracts/views.ts';
import { keepSealImage, listKeyHolders } from '../api/enrolment.ts';
import { Card } from '../parts/card.tsx';
import { Screen } from '../parts/screen.tsx';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';
import { Certificate } from './certificate.tsx';
import { EnrolKey } from './enrol-key.tsx';
import { GiveImage } from './give-image.tsx';

const signing = words.signing;

const Holder = ({ keyHolder }: { keyHolder: KeyHolderView }) => {
  const { holder, name, certificate, image } = keyHolder;
  return (
    <Card title={name}>
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
    </Card>
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
