// With what do I sign? My handwriting, given once, and my certificate.
import { Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { keepSignatureImage, readMySigning } from '../api/enrolment.ts';
import { Screen } from '../parts/screen.tsx';
import { Loaded } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { Certificate } from './certificate.tsx';
import { GiveImage } from './give-image.tsx';

const { signing } = words;

export const MySigning = () => (
  <Screen title={signing.mine} help={signing.mineHelp}>
    <Loaded asked={useQuery(readMySigning())}>
      {({ image, certificate }) => (
        <Stack maw={720}>
          <Paper withBorder p="md">
            <Title order={2} size="h5" mb="sm">
              {signing.image}
            </Title>
            <GiveImage
              name={signing.image}
              help={signing.imageHelp}
              missing={signing.noImage}
              image={image}
              send={(png) => keepSignatureImage({ png })}
            />
          </Paper>
          <Paper withBorder p="md">
            <Title order={2} size="h5" mb="sm">
              {signing.certificate}
            </Title>
            <Certificate certificate={certificate} />
          </Paper>
        </Stack>
      )}
    </Loaded>
  </Screen>
);
