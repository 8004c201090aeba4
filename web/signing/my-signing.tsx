// With what do I sign? My handwriting, given once, and my certificate.
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { keepSignatureImage, readMySigning } from '../api/enrolment.ts';
import { Card } from '../parts/card.tsx';
import { Screen } from '../parts/screen.tsx';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';
import { Certificate } from './certificate.tsx';
import { GiveImage } from './give-image.tsx';

const signing = words.signing;

export const MySigning = () => (
  <Screen title={signing.mine} help={signing.mineHelp}>
    <Loaded asked={useQuery(readMySigning())}>
      {({ image, certificate }) => (
        <Stack maw={720}>
          <Card title={signing.image}>
            <GiveImage
              name={signing.image}
              help={signing.imageHelp}
              missing={signing.noImage}
              image={image}
              send={(png) => keepSignatureImage({ png })}
            />
          </Card>
          <Card title={signing.certificate}>
            <Certificate certificate={certificate} />
          </Card>
        </Stack>
      )}
    </Loaded>
  </Screen>
);
