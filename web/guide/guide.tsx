// How is it done? A page for each role: a few steps, each with a picture of the real screen. For anyone, and for the printer.
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import chips from '../parts/chip.module.css';
import { Screen } from '../parts/screen.tsx';
import { guide } from '../words/guide.ts';
import { words } from '../words/words.ts';
import { ALL, addressOf, CHAPTERS, type Chapter, chapterAt, pictureOf } from './chapters.ts';
import styles from './guide.module.css';
import { PICTURES, SIZE } from './pictures.ts';

const said = words.help.guide;

const Chapters = () => (
  <nav aria-label={said.chapters} className={`${chips.chips} ${styles.chapters}`}>
    {ALL.map((chapter) => (
      <Link key={chapter} to={addressOf(chapter)} className={chips.chip}>
        {guide[chapter].title}
      </Link>
    ))}
  </nav>
);

type Told = { title: string; text: string };

const Step = ({ chapter, step, at }: { chapter: Chapter; step: string; at: number }) => {
  const { title, text } = (guide[chapter].steps as Record<string, Told>)[step] ?? {
    title: '',
    text: '',
  };
  return (
    <li className={styles.step}>
      <h2>
        <span>{said.step(at)}</span> {title}
      </h2>
      <p>{text}</p>
      {/* What it shows is said above it; big enough to be read, it is read on its own. */}
      <a href={PICTURES[`./pictures/${pictureOf(chapter, step)}`]} target="_blank" rel="noreferrer">
        <img
          src={PICTURES[`./pictures/${pictureOf(chapter, step)}`]}
          alt={said.picture(title)}
          loading="lazy"
          {...SIZE}
        />
      </a>
    </li>
  );
};

/** A picture that nobody has scrolled to is not there yet, and would be white on the paper. */
const printWith = async (steps: HTMLElement | null) => {
  const pictures = [...(steps?.querySelectorAll('img') ?? [])];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  window.print();
};

export const Guide = () => {
  const { chapter: path = '' } = useParams({ strict: false });
  const chapter = chapterAt(path) ?? 'drafting';
  const { title, intro } = guide[chapter];
  const steps = useRef<HTMLOListElement>(null);
  return (
    <div className={styles.guide}>
      <Screen
        title={`${said.title}: ${title}`}
        help={intro}
        presses={
          <Button
            variant="default"
            className={styles.print ?? ''}
            onClick={() => void printWith(steps.current)}
          >
            {said.print}
          </Button>
        }
      >
        <Chapters />
        <ol ref={steps} className={styles.steps}>
          {CHAPTERS[chapter].steps.map((step, place) => (
            <Step key={step} chapter={chapter} step={step} at={place + 1} />
          ))}
        </ol>
      </Screen>
    </div>
  );
};
