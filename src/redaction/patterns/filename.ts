import {pattern, type Recognizer} from '../candidate.js';

/** Names of files, by their ending. */
export const filenames: readonly Recognizer[] = [
  pattern(
    'FILENAME',
    /(?<![\w@./\\-])(?:(?:[A-Za-z]:|~|\.{1,2})?[\\/](?:[\w .-]{1,40}[\\/]){0,8}|(?:[\w-]{1,40}[\\/]){1,6})?[\w(][\w()-]{0,80}(?:\.[\w()-]{1,40}){0,4}\.(?:pdf|docx?|xlsx?|pptx?|csv|tsv|txt|rtf|odt|ods|md|jpe?g|png|gif|bmp|svg|heic|tiff?|mp3|mp4|wav|mov|avi|mkv|zip|rar|7z|tar|gz|log|json|xml|ya?ml|html?|css|js|ts|py|exe|dmg|iso|apk|eml|msg|ics|vcf|psd|sql|db|bak|ini|conf|cfg|key|pem|epub|mobi|webp|webm|flac|ogg|aac|m4a|bat|sh|jar|war|rb|go|rs|cpp|java|php|jsx|tsx|toml|lock|parquet|numbers|pages|odp|dwg|ai|eps|indd|sketch|fig|pst|mbox|dat|bin|tgz|gpx|kml|stl|ipynb|vsdx|docm|xlsm|crt|p12|ttf|bmp|raw|dcm|qbw|ofx|xls|opus)\b(?![/@]|\.\w)/dgi,
    {score: 0.9},
  ),
];
