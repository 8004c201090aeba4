// What does the guide say, a page a role? The words of `vi/guide.ts`, in English; the pictures show the Vietnamese screens.
import type { GuideWords } from '../vi/guide.ts';

export const guide: GuideWords = {
  drafting: {
    title: 'Drafting',
    intro: 'For whoever drafts: from a blank page to a submitted document.',
    steps: {
      begin: {
        title: 'Begin with what is there',
        text: 'Press “New document”, choose a template and press “Use this template”. An earlier document or a Word file will do as well; everything can be changed afterwards.',
      },
      write: {
        title: 'Write on the page',
        text: 'Press on the words and write. The draft saves itself when you stop typing; the printed page is what will be signed. Number, date and signature block are filled in by the system.',
      },
      check: {
        title: 'Look at errors and warnings',
        text: 'Each says what is wrong, and where. Press “Go there” to mend it, “Fix it” to have it mended, “Why?” to read the rule. Errors must be mended; warnings may stay.',
      },
      submit: {
        title: 'Submit',
        text: 'Press “Submit”. See to whom the document goes in turn and where it will be sent, then press again. To change it afterwards, press “Withdraw”.',
      },
      follow: {
        title: 'Follow it',
        text: 'Open it in “My documents” to see who has it. Once it is issued, the signed PDF is there, and which recipients have received it.',
      },
      returned: {
        title: 'When it comes back',
        text: 'It is a draft again, with the reason on top. If corrections were proposed, press “Take the corrections”. Mend it and submit again; earlier decisions stay in the history.',
      },
    },
  },
  approving: {
    title: 'Review and signature',
    intro: 'For reviewers and signers: read, then agree, sign or return.',
    steps: {
      waiting: {
        title: 'See what waits',
        text: '“Waiting for me” has every document that waits for you, the urgent and the oldest on top. Press on the subject to open one.',
      },
      read: {
        title: 'Read it',
        text: 'The PDF that you see is the one that will be signed, without number and date. Beside it stand the drafter, the recipients, the warnings and what has changed since the last time.',
      },
      sign: {
        title: 'Agree or sign',
        text: 'Reviewers press “Agree”, signers press “Sign”. What is signed cannot be changed. If you signed in long ago, you are asked again who you are; the document stays as it is.',
      },
      giveBack: {
        title: 'Return it',
        text: 'Press “Return” and give the reason. It goes back to the drafter and nothing is lost. To show what to change, choose “Return with a correction”.',
      },
      decided: {
        title: 'Look back',
        text: '“My decisions” keeps every document that you have signed, agreed to, returned or rejected, and says how far it has come.',
      },
    },
  },
  clerk: {
    title: 'The clerk',
    intro:
      'For the clerk of the issuing office: the seal, issuing, reaching the recipients and the register.',
    steps: {
      queue: {
        title: 'See what waits',
        text: '“Waiting for the clerk” has what waits for the seal, what could not be issued or delivered, and what was sent back; the most urgent and longest waiting first. Press on a line: the document opens beside it; when it is dealt with, press “Next task”.',
      },
      seal: {
        title: 'Seal and issue',
        text: 'Read what the signer has signed, then press “Seal and issue”. It is sent to its recipients by itself. If issuing stops, press “Try again”; the number is kept.',
      },
      sendOn: {
        title: 'Choose another recipient',
        text: 'What could not be delivered or was sent back: read why, choose an organization at “Send to” and press “Send”. If it goes to nobody, press “Send to nobody” and say why.',
      },
      register: {
        title: 'The register of outgoing documents',
        text: 'The system writes a line for each number; void ones stay as well. Choose year and type; “Print the register” prints it as Decree 30/2020 asks.',
      },
    },
  },
  receiving: {
    title: 'The recipient',
    intro: 'For clerks of receiving offices: read, receive and register.',
    steps: {
      inbox: {
        title: 'Open the inbox',
        text: '“Inbox” has everything that was sent to your office, newest first; what is unread is marked. Words are found with or without accents.',
      },
      receive: {
        title: 'Read, then receive',
        text: 'Look at the document and at what is said of its signatures. “Receive and register” gives it an incoming number, writes the register and tells the sender, in one press.',
      },
      sendBack: {
        title: 'Send back what is not yours',
        text: 'If it is not for your office, or a signature is not valid, press “Send back” and give the reason. The sender knows at once.',
      },
      register: {
        title: 'The register of incoming documents',
        text: 'Each document that was received is a line. “Print the register” prints it; the column for signatures stays empty for the pen.',
      },
    },
  },
  administering: {
    title: 'Administration',
    intro: 'For the administrator of an office: prepared once, seldom changed.',
    steps: {
      checklist: {
        title: 'Go by the list',
        text: '“To be prepared” says what is missing and where it is done. Go from top to bottom; when every line is done, the office can issue documents.',
      },
      people: {
        title: 'Add people',
        text: 'In “Directory” press “Add a person”, enter name, title and e-mail, and choose the roles. They get a letter. When they leave, press “Lock the account”.',
      },
      settings: {
        title: 'Set the steps',
        text: 'In “Settings” choose who reviews, who signs, when to remind, and whether the clerk or the system seals. What is under way keeps its steps.',
      },
      keys: {
        title: 'Certificates',
        text: 'For each signer and for the seal: press “Make a certificate request”, send the file to the authority, then press “Enter the certificate”. You are warned before one expires.',
      },
    },
  },
};
