<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</context>
</TS>
