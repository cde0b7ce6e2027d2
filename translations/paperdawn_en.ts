<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n paper(s) new</source>
        <translation>
            <numerusform>%n paper new</numerusform>
            <numerusform>%n papers new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>%n completed</numerusform>
            <numerusform>%n completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n paper(s) arXiv does not tell more.</source>
        <translation>
            <numerusform>Of %n paper arXiv does not tell more.</numerusform>
            <numerusform>Of %n papers arXiv does not tell more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backed up: %n decision(s)</source>
        <translation>
            <numerusform>Backed up: %n decision</numerusform>
            <numerusform>Backed up: %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s).</source>
        <translation>
            <numerusform>%n file.</numerusform>
            <numerusform>%n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not here yet: %n decision(s)</source>
        <translation>
            <numerusform>Not here yet: %n decision</numerusform>
            <numerusform>Not here yet: %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored: %n decision(s)</source>
        <translation>
            <numerusform>Restored: %n decision</numerusform>
            <numerusform>Restored: %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the backup were damaged and left out.</source>
        <translation>
            <numerusform>%n file in the backup was damaged and left out.</numerusform>
            <numerusform>%n files in the backup were damaged and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) are still incomplete.</source>
        <translation>
            <numerusform>%n paper is still incomplete.</numerusform>
            <numerusform>%n papers are still incomplete.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <source>All %n paper(s) of the day.</source>
        <translation>
            <numerusform>%n paper, the whole day.</numerusform>
            <numerusform>All %n papers of the day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s); one or the other may belong to a neighbouring day.</source>
        <translation>
            <numerusform>%n paper; it may belong to a neighbouring day.</numerusform>
            <numerusform>%n papers; one or the other may belong to a neighbouring day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A selection of %n paper(s), not the whole day.</source>
        <translation>
            <numerusform>A selection of %n paper, not the whole day.</numerusform>
            <numerusform>A selection of %n papers, not the whole day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s); some of the day&apos;s list are missing.</source>
        <translation>
            <numerusform>%n paper; some of the day&apos;s list are missing.</numerusform>
            <numerusform>%n papers; some of the day&apos;s list are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s); nothing tells whether these are all.</source>
        <translation>
            <numerusform>%n paper; nothing tells whether it is all.</numerusform>
            <numerusform>%n papers; nothing tells whether these are all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s).</source>
        <translation>
            <numerusform>%n paper.</numerusform>
            <numerusform>%n papers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) so far (%1).</source>
        <extracomment>%1 is a list such as “cs.CL: 231 of 240, hep-th: nothing yet”</extracomment>
        <translation>
            <numerusform>%n paper so far (%1).</numerusform>
            <numerusform>%n papers so far (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Get the other %n</source>
        <extracomment>a button: the papers of a list that are not here yet</extracomment>
        <translation>
            <numerusform>Get the other %n</numerusform>
            <numerusform>Get the other %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeedWords</name>
    <message numerus="yes">
        <source>%n starred.</source>
        <translation>
            <numerusform>%n starred.</numerusform>
            <numerusform>%n starred.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken off the reading list.</source>
        <translation>
            <numerusform>%n taken off the reading list.</numerusform>
            <numerusform>%n taken off the reading list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked read.</source>
        <translation>
            <numerusform>%n marked read.</numerusform>
            <numerusform>%n marked read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked unread.</source>
        <translation>
            <numerusform>%n marked unread.</numerusform>
            <numerusform>%n marked unread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s) taken back.</source>
        <translation>
            <numerusform>%n star taken back.</numerusform>
            <numerusform>%n stars taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n back on the reading list.</source>
        <translation>
            <numerusform>%n back on the reading list.</numerusform>
            <numerusform>%n back on the reading list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread again.</source>
        <translation>
            <numerusform>%n unread again.</numerusform>
            <numerusform>%n unread again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read again.</source>
        <translation>
            <numerusform>%n read again.</numerusform>
            <numerusform>%n read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) new</source>
        <translation>
            <numerusform>%n paper new</numerusform>
            <numerusform>%n papers new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known paper(s) completed</source>
        <translation>
            <numerusform>%n known paper completed</numerusform>
            <numerusform>%n known papers completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) unchanged</source>
        <translation>
            <numerusform>%n paper unchanged</numerusform>
            <numerusform>%n papers unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not taken</source>
        <translation>
            <numerusform>%n file not taken</numerusform>
            <numerusform>%n files not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n row left out</numerusform>
            <numerusform>%n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed: %1, %n paper(s) less. Stars stay.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>Removed: %1, %n paper less. Stars stay.</numerusform>
            <numerusform>Removed: %1, %n papers less. Stars stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperDocument</name>
    <message numerus="yes">
        <source>Show all %n characters</source>
        <extracomment>A link behind the beginning of a very long text; %n characters</extracomment>
        <translation>
            <numerusform>Show all %n characters</numerusform>
            <numerusform>Show all %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>A link behind the first of a long list of authors</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::CalendarModel</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starred</source>
        <translation>
            <numerusform>%n starred</numerusform>
            <numerusform>%n starred</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::CategoryChooser</name>
    <message numerus="yes">
        <source>≈ %n a day, about %1 min</source>
        <extracomment>papers of the category that is chosen, and how long it takes to look at their titles</extracomment>
        <translation>
            <numerusform>≈ %n a day, about %1 min</numerusform>
            <numerusform>≈ %n a day, about %1 min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n a day, %1 min at most</source>
        <extracomment>papers of several categories, of which some stand in more than one, and how long it takes to look at their titles</extracomment>
        <translation>
            <numerusform>At most %n a day, %1 min at most</numerusform>
            <numerusform>At most %n a day, %1 min at most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Choosing</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No category of today&apos;s arXiv stands in the %n entries of %1: many programs leave it out. Choose categories by hand.</source>
        <extracomment>%1 is the name of a file, or “2 files”</extracomment>
        <translation>
            <numerusform>No category of today&apos;s arXiv stands in the %n entry of %1: many programs leave it out. Choose categories by hand.</numerusform>
            <numerusform>No category of today&apos;s arXiv stands in the %n entries of %1: many programs leave it out. Choose categories by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A category of arXiv stands in %1 of %n entries.</source>
        <extracomment>the entries of a bibliography</extracomment>
        <translation>
            <numerusform>A category of arXiv stands in %1 of %n entry.</numerusform>
            <numerusform>A category of arXiv stands in %1 of %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are damaged and were left out, the first in line %1 of %2.</source>
        <translation>
            <numerusform>%n entry is damaged and was left out, in line %1 of %2.</numerusform>
            <numerusform>%n entries are damaged and were left out, the first in line %1 of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) could not be read, either.</source>
        <translation>
            <numerusform>%n other file could not be read, either.</numerusform>
            <numerusform>%n other files could not be read, either.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::ExportDialog</name>
    <message numerus="yes">
        <source>%1 (%n)</source>
        <extracomment>%1 is a date, or &quot;This day&quot;; %n papers stand on its list</extracomment>
        <translation>
            <numerusform>%1 (%n)</numerusform>
            <numerusform>%1 (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Selection (%n)</source>
        <extracomment>%n papers are selected in the list</extracomment>
        <translation>
            <numerusform>Selection (%n)</numerusform>
            <numerusform>Selection (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading list (%n)</source>
        <extracomment>%n papers are starred</extracomment>
        <translation>
            <numerusform>Reading list (%n)</numerusform>
            <numerusform>Reading list (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Exporting</name>
    <message numerus="yes">
        <source>%n paper(s) copied as Markdown.</source>
        <translation>
            <numerusform>%n paper copied as Markdown.</numerusform>
            <numerusform>%n papers copied as Markdown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>%n link copied.</numerusform>
            <numerusform>%n links copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) copied as BibTeX.</source>
        <translation>
            <numerusform>%n paper copied as BibTeX.</numerusform>
            <numerusform>%n papers copied as BibTeX.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Fetching</name>
    <message numerus="yes">
        <source>%n paper(s) completed.</source>
        <translation>
            <numerusform>%n paper completed.</numerusform>
            <numerusform>%n papers completed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n paper(s) arXiv does not tell more.</source>
        <translation>
            <numerusform>Of %n paper arXiv does not tell more.</numerusform>
            <numerusform>Of %n papers arXiv does not tell more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new paper(s) on the list of %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>%n new paper on the list of %1.</numerusform>
            <numerusform>%n new papers on the list of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::FilterBar</name>
    <message numerus="yes">
        <source>%1 of %n paper(s)</source>
        <translation>
            <numerusform>%1 of %n paper</numerusform>
            <numerusform>%1 of %n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Importing</name>
    <message numerus="yes">
        <source>The import was taken back: %n paper(s) less. Stars stay.</source>
        <translation>
            <numerusform>The import was taken back: %n paper less. Stars stay.</numerusform>
            <numerusform>The import was taken back: %n papers less. Stars stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before %1 were removed, as the settings say. Starred papers stay.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>%n day before %1 was removed, as the settings say. Starred papers stay.</numerusform>
            <numerusform>%n days before %1 were removed, as the settings say. Starred papers stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) that were to follow were not imported.</source>
        <translation>
            <numerusform>%n file or folder that was to follow was not imported.</numerusform>
            <numerusform>%n files or folders that were to follow were not imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::LibrarySettings</name>
    <message numerus="yes">
        <source>The last %n month(s)</source>
        <translation>
            <numerusform>The last %n month</numerusform>
            <numerusform>The last %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::MainWindow</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading list: %n paper(s), last starred first.</source>
        <translation>
            <numerusform>Reading list: %n paper.</numerusform>
            <numerusform>Reading list: %n papers, last starred first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unread: %n paper(s) on the newest %1 lists, newest first.</source>
        <extracomment>%1 is a number of lists</extracomment>
        <translation>
            <numerusform>Unread: %n paper on the newest %1 lists.</numerusform>
            <numerusform>Unread: %n papers on the newest %1 lists, newest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::PdfFetching</name>
    <message numerus="yes">
        <source>%1, %n more</source>
        <extracomment>%1 is what is being done</extracomment>
        <translation>
            <numerusform>%1, %n more</numerusform>
            <numerusform>%1, %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::SafeKeeping</name>
    <message numerus="yes">
        <source>Backed up to %1: %n decision(s), without PDFs.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>
            <numerusform>Backed up to %1: %n decision, without PDFs.</numerusform>
            <numerusform>Backed up to %1: %n decisions, without PDFs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The days were taken back: %n paper(s) less. Marks stay.</source>
        <translation>
            <numerusform>The days were taken back: %n paper less. Marks stay.</numerusform>
            <numerusform>The days were taken back: %n papers less. Marks stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day file(s)</source>
        <translation>
            <numerusform>%n day file</numerusform>
            <numerusform>%n day files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the backup were damaged and left out.</source>
        <translation>
            <numerusform>%n file in the backup was damaged and left out.</numerusform>
            <numerusform>%n files in the backup were damaged and left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Sidebar</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Store</name>
    <message numerus="yes">
        <source>%n row(s) of its lists name papers that are not there.</source>
        <translation>
            <numerusform>%n row of its lists names a paper that is not there.</numerusform>
            <numerusform>%n rows of its lists name papers that are not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) count their papers wrongly.</source>
        <translation>
            <numerusform>%n day counts its papers wrongly.</numerusform>
            <numerusform>%n days count their papers wrongly.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read; they are kept.</source>
        <translation>
            <numerusform>%n line could not be read; it is kept.</numerusform>
            <numerusform>%n lines could not be read; they are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal lacks %n decision(s) that stand here; a repair writes them into it again.</source>
        <translation>
            <numerusform>The journal lacks %n decision that stands here; a repair writes it into it again.</numerusform>
            <numerusform>The journal lacks %n decisions that stand here; a repair writes them into it again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your library file was damaged. Restored from the backup of %1 and from the journal: %n star(s). The damaged file is kept as %2.</source>
        <extracomment>%1 is a date and time, %2 a file</extracomment>
        <translation>
            <numerusform>Your library file was damaged. Restored from the backup of %1 and from the journal: %n star. The damaged file is kept as %2.</numerusform>
            <numerusform>Your library file was damaged. Restored from the backup of %1 and from the journal: %n stars. The damaged file is kept as %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your library file was damaged. Restored from the journal: %n star(s). The damaged file is kept as %1.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>
            <numerusform>Your library file was damaged. Restored from the journal: %n star. The damaged file is kept as %1.</numerusform>
            <numerusform>Your library file was damaged. Restored from the journal: %n stars. The damaged file is kept as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Telling</name>
    <message numerus="yes">
        <source>And %n more: “paperdawnctl check” names them.</source>
        <comment>behind a sentence on a damaged file</comment>
        <translation>
            <numerusform>And %n more: “paperdawnctl check” names it.</numerusform>
            <numerusform>And %n more: “paperdawnctl check” names them.</numerusform>
        </translation>
    </message>
</context>
</TS>
