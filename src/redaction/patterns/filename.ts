import {pattern, type Recognizer} from '../candidate.js';

/** Names of files, by their ending. */
export const filenames: readonly Recognizer[] = [
  pattern(
    'FILENAME',
    /(?<![\w@./-])[\w(][\w()-]{0,80}(?:\.[\w()-]{1,40}){0,4}\.(?:pdf|docx?|xlsx?|pptx?|csv|tsv|txt|rtf|odt|ods|md|jpe?g|png|gif|bmp|svg|heic|tiff?|mp3|mp4|wav|mov|avi|mkv|zip|rar|7z|tar|gz|log|json|xml|ya?ml|html?|css|js|ts|py|exe|dmg|iso|apk|eml|msg|ics|vcf|psd|sql|db|bak|ini|conf|key|pem)\b(?![/@]|\.\w)/dgi,
    {score: 0.9},
  ),
];
