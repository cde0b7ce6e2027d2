<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open day files…</source>
        <translation>打开每日列表文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a &amp;folder of days…</source>
        <translation>打开列表文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>先看示例(&amp;S)</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous paper</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Read on, at the end mark read and go to the next</source>
        <translation>继续往下读，读完后标为已读并转到下一篇</translation>
    </message>
    <message>
        <source>Next unread paper</source>
        <translation>下一篇未读</translation>
    </message>
    <message>
        <source>First paper</source>
        <translation>第一篇</translation>
    </message>
    <message>
        <source>Last paper</source>
        <translation>最后一篇</translation>
    </message>
    <message>
        <source>Select the next paper too</source>
        <translation>同时选中下一篇</translation>
    </message>
    <message>
        <source>Select the previous paper too</source>
        <translation>同时选中上一篇</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Latest day</source>
        <translation>最新一期</translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation>阅读清单</translation>
    </message>
    <message>
        <source>&amp;Star, or take the star back</source>
        <translation>加星标或取消星标(&amp;S)</translation>
    </message>
    <message>
        <source>Mark &amp;unread, or read</source>
        <translation>标为未读或已读(&amp;U)</translation>
    </message>
    <message>
        <source>Mark all &amp;above read</source>
        <translation>将以上全部标为已读(&amp;A)</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>撤销(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Open the &amp;PDF</source>
        <translation>打开 PDF(&amp;P)</translation>
    </message>
    <message>
        <source>Open its page in the &amp;browser</source>
        <translation>在浏览器中打开论文页面(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Copy as Markdown</source>
        <translation>复制为 Markdown(&amp;C)</translation>
    </message>
    <message>
        <source>Copy a Markdown &amp;link</source>
        <translation>复制 Markdown 链接(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Filter this list</source>
        <translation>筛选此列表(&amp;F)</translation>
    </message>
    <message>
        <source>Clear the filter, or the message</source>
        <translation>清除筛选或消息</translation>
    </message>
    <message>
        <source>Titles: &amp;original, translated, both</source>
        <translation>标题：原文、译文、双语(&amp;O)</translation>
    </message>
    <message>
        <source>Show the original while held</source>
        <translation>按住时显示原文</translation>
    </message>
    <message>
        <source>&amp;Compact rows</source>
        <translation>紧凑行距(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;sy rows</source>
        <translation>舒适行距(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>默认文字大小(&amp;N)</translation>
    </message>
    <message>
        <source>Calendar and lists</source>
        <translation>日历与列表</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>In the list&apos;s own order</source>
        <translation>按列表原有顺序</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>按作者</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Paperdawn</source>
        <translation>关于晨览(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go to the pasted paper</source>
        <translation>转到粘贴的论文(&amp;G)</translation>
    </message>
    <message>
        <source>Unread papers</source>
        <translation>未读论文</translation>
    </message>
    <message>
        <source>Take back the last &amp;import</source>
        <translation>撤销上次导入(&amp;I)</translation>
    </message>
    <message>
        <source>Copy Bib&amp;TeX</source>
        <translation>复制为 BibTeX(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Get the latest list</source>
        <translation>获取最新一期(&amp;G)</translation>
    </message>
    <message>
        <source>Get the list of this &amp;day</source>
        <translation>获取当天列表(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Look up what is unknown of this day</source>
        <translation>补全当天论文的信息(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup…</source>
        <translation>从备份恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>Re&amp;move this day…</source>
        <translation>移除这一天(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Reading rows</source>
        <translation>阅读行(&amp;R)</translation>
    </message>
    <message>
        <source>Fol&amp;d this group</source>
        <translation>折叠本组(&amp;D)</translation>
    </message>
    <message>
        <source>Unfold all &amp;groups</source>
        <translation>展开所有分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Authors</source>
        <translation>作者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Categories</source>
        <translation>分类(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>As &amp;usual</source>
        <translation>恢复默认(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ArxivListing</name>
    <message>
        <source>its page has changed: %1 of %2 papers could be read</source>
        <translation>网页已改版：%2 篇论文只读出 %1 篇</translation>
    </message>
    <message>
        <source>its page has changed: there is no list on it</source>
        <translation>网页已改版：其中没有列表</translation>
    </message>
    <message>
        <source>its page has changed: its numbers do not add up</source>
        <translation>网页已改版：其中的数目对不上</translation>
    </message>
</context>
<context>
    <name>ArxivText</name>
    <message>
        <source>it is no list of papers</source>
        <translation>其中没有论文列表</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>“%1” does not take “--%2”</source>
        <extracomment>%1 is a command such as “days”, %2 an option such as “--style”</extracomment>
        <translation>“%1”没有“--%2”这个选项</translation>
    </message>
    <message>
        <source>“%1” needs to be told of what</source>
        <translation>“%1”需要指明对象</translation>
    </message>
    <message>
        <source>“%1” does not know what to do with “%2”</source>
        <translation>“%1”不知道如何处理“%2”</translation>
    </message>
    <message>
        <source>There is no command “%1”</source>
        <translation>没有“%1”这个命令</translation>
    </message>
    <message>
        <source>“--library” needs a folder</source>
        <translation>“--library”需要一个文件夹</translation>
    </message>
    <message>
        <source>There is no source “%1”: arxiv, biorxiv or medrxiv</source>
        <translation>没有“%1”这个来源：可用 arxiv、biorxiv 或 medrxiv</translation>
    </message>
    <message>
        <source>There is no style “%1”: table or reading</source>
        <translation>没有“%1”这种样式：可用 table 或 reading</translation>
    </message>
    <message>
        <source>There is no language “%1”: zh, en or both</source>
        <translation>没有“%1”这种语言：可用 zh、en 或 both</translation>
    </message>
    <message>
        <source>No command was given</source>
        <translation>没有给出命令</translation>
    </message>
    <message>
        <source>(repaired)</source>
        <translation>（已修复）</translation>
    </message>
    <message>
        <source>No faults: files, journal, index and days agree.</source>
        <translation>没有发现问题：文件、日志、索引与各天列表一致。</translation>
    </message>
    <message>
        <source>“%1” is no day: write it as 2025-12-09</source>
        <translation>“%1”不是日期：请写成 2025-12-09 的形式</translation>
    </message>
    <message>
        <source>“%1” is no paper&apos;s id: write it as 2512.07834</source>
        <translation>“%1”不是论文编号：请写成 2512.07834 的形式</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>There is no format “%1”: markdown, bibtex, ris, csv or json</source>
        <translation>没有“%1”这种格式：可用 markdown、bibtex、ris、csv 或 json</translation>
    </message>
    <message>
        <source>The format “%1” does not take “--%2”</source>
        <extracomment>%1 is a format such as “bibtex”, %2 an option such as “--style”</extracomment>
        <translation>格式“%1”不接受“--%2”</translation>
    </message>
    <message>
        <source>“--details” goes with neither “--day” nor “--category”</source>
        <translation>“--details”不能与“--day”或“--category”同用</translation>
    </message>
    <message>
        <source>arXiv has no category “%1”</source>
        <translation>arXiv 没有类别“%1”</translation>
    </message>
    <message>
        <source>Which categories? Name them with “--category”</source>
        <translation>要获取哪些类别？请用“--category”指定</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) new</source>
        <translation>
            <numerusform>新论文 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>补全 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n paper(s) arXiv does not tell more.</source>
        <translation>
            <numerusform>有 %n 篇论文 arXiv 没有更多信息。</numerusform>
        </translation>
    </message>
    <message>
        <source>“--output” takes one PDF only</source>
        <translation>“--output” 只接受一篇 PDF</translation>
    </message>
    <message>
        <source>The PDFs take more room than the settings give them: those of starred papers stay.</source>
        <translation>PDF 占用的空间超出设置：星标论文的 PDF 会保留。</translation>
    </message>
    <message numerus="yes">
        <source>Backed up: %n decision(s)</source>
        <translation>
            <numerusform>已备份：标记 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s).</source>
        <translation>
            <numerusform>文件 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not here yet: %n decision(s)</source>
        <translation>
            <numerusform>此处尚无：标记 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored: %n decision(s)</source>
        <translation>
            <numerusform>已恢复：标记 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the backup were damaged and left out.</source>
        <translation>
            <numerusform>备份中有 %n 个文件已损坏，未予恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage: paperdawnctl [--library DIR] COMMAND …

Reads and writes the library of Paperdawn, the reader for the daily preprint list, without a window.

Commands:
  import PATH…              take in day files (Markdown, JSON) and folders of them
  fetch [--day DAY] [--category C]…
                            get a day&apos;s lists from arXiv, the latest if no day is told
  fetch --details DAY       look up what is unknown of a day&apos;s papers
       [--endpoint NAME=URL]
  days [--json]             the days that are here, and how much of each
  list DAY|starred          the papers of a day, or the reading list
       [--source S] [--category C] [--json]
  show ID [--json]          everything known of a paper
  star ID…, unstar ID…      put papers on the reading list, or take them off
  export DAY|starred        write papers to a file, or out
       [--format markdown|bibtex|ris|csv|json] [-o FILE]
       [--style table|reading] [--language zh|en|both] (of Markdown)
  remove DAY                take a day out again, with the files it came from; stars stay
  pdf ID…                   get PDFs into the library, or one into a file, too
       [-o FILE] [--endpoint NAME=URL]
  check [--repair]          look for damage, and mend it
  backup FILE               keep decisions, day files and settings in one file (.tar.gz)
  restore FILE [--preview]  bring in what a backup has and the library lacks

Options for all of them:
  --library DIR             the library&apos;s folder, made when missing
  -q, --quiet               no progress and no summary
  -v, --version             the version
  -h, --help                this text

A DAY is written 2025-12-09, an ID arxiv:2512.07834 or just 2512.07834.
Ends with 0 when done, 1 when something failed, 2 when it was called wrongly, 3 when a fetch is incomplete,
or only some of the PDFs are here.

Examples:
  paperdawnctl import ~/days/2025-12-09-arxiv.md
  paperdawnctl fetch --category cs.CL --category hep-th
  paperdawnctl list 2025-12-09 --json
  paperdawnctl star 2512.07834
  paperdawnctl pdf 2512.07834 -o voxel.pdf
  paperdawnctl export starred --style reading --language both -o reading-list.md
  paperdawnctl export starred --format bibtex -o reading-list.bib
</source>
        <translation>用法：paperdawnctl [--library DIR] COMMAND …

不开窗口读写晨览（每日预印本列表阅读器）的资料库。

命令：
  import PATH…              导入每日列表文件（Markdown、JSON）或存放它们的文件夹
  fetch [--day DAY] [--category C]…
                            从 arXiv 获取某天的列表，不指定日期则为最新一期
  fetch --details DAY       补全某天论文的信息
       [--endpoint NAME=URL]
  days [--json]             已有哪些天，各有多少
  list DAY|starred          某一天的论文，或阅读清单
       [--source S] [--category C] [--json]
  show ID [--json]          一篇论文的全部信息
  star ID…, unstar ID…      把论文加入阅读清单，或移出
  export DAY|starred        把论文导出到文件，或直接输出
       [--format markdown|bibtex|ris|csv|json] [-o FILE]
       [--style table|reading] [--language zh|en|both]（仅用于 Markdown）
  remove DAY                移除某一天及其来源文件，星标保留
  pdf ID…                   把 PDF 下载到资料库，也可另存一篇为文件
       [-o FILE] [--endpoint NAME=URL]
  check [--repair]          检查损坏，并修复
  backup FILE               把标记、列表文件和设置备份到一个文件（.tar.gz）
  restore FILE [--preview]  并入备份中有而资料库中没有的内容

通用选项：
  --library DIR             资料库文件夹，没有则新建
  -q, --quiet               不显示进度和小结
  -v, --version             版本
  -h, --help                本说明

DAY 写成 2025-12-09，ID 写成 arxiv:2512.07834 或 2512.07834。
退出码：0 已完成，1 有失败，2 用法错误，3 获取不完整或只有部分 PDF。

示例：
  paperdawnctl import ~/days/2025-12-09-arxiv.md
  paperdawnctl fetch --category cs.CL --category hep-th
  paperdawnctl list 2025-12-09 --json
  paperdawnctl star 2512.07834
  paperdawnctl pdf 2512.07834 -o voxel.pdf
  paperdawnctl export starred --style reading --language both -o reading-list.md
  paperdawnctl export starred --format bibtex -o reading-list.bib
</translation>
    </message>
    <message>
        <source>To have it again, import:</source>
        <extracomment>behind it stand the names of files</extracomment>
        <translation>如需找回，请导入：</translation>
    </message>
    <message>
        <source>To have it again, fetch it:</source>
        <extracomment>behind it stands a command</extracomment>
        <translation>如需找回，请重新获取：</translation>
    </message>
    <message>
        <source>waiting until %1</source>
        <extracomment>behind what is fetched just now; %1 is a time of day</extracomment>
        <translation>等到 %1</translation>
    </message>
    <message>
        <source>Nothing of %1 is here, so there is nothing to look up. Import or fetch that day first.</source>
        <translation>这里没有 %1 的任何内容，无从查询。请先导入或获取这一天。</translation>
    </message>
    <message>
        <source>The list of %1 is incomplete: %2.</source>
        <extracomment>%1 is a day, %2 such as “cs.CL: 231 of 240, hep-th: nothing yet”</extracomment>
        <translation>%1 的列表不完整：%2。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is such as “cs.CL: 231 of 240”, %2 a sentence on why the rest could not be fetched</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) are still incomplete.</source>
        <translation>
            <numerusform>还有 %n 篇论文信息不全。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a paper of the sample, invented and without a PDF.</source>
        <extracomment>%1 is the number of a paper</extracomment>
        <translation>%1 是示例中虚构的论文，没有 PDF。</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <source>All %n paper(s) of the day.</source>
        <translation>
            <numerusform>当天全部 %n 篇。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s); one or the other may belong to a neighbouring day.</source>
        <translation>
            <numerusform>%n 篇；个别可能属于相邻的日期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A selection of %n paper(s), not the whole day.</source>
        <translation>
            <numerusform>精选 %n 篇，不是当天全部。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s); some of the day&apos;s list are missing.</source>
        <translation>
            <numerusform>%n 篇；当天的列表还缺一部分。</numerusform>
        </translation>
    </message>
    <message>
        <source>This day&apos;s list could not be fetched.</source>
        <translation>未能取得这一天的列表。</translation>
    </message>
    <message>
        <source>This day&apos;s list could not be fetched: %1</source>
        <translation>未能取得这一天的列表：%1</translation>
    </message>
    <message>
        <source>No list on this day.</source>
        <translation>这一天没有列表。</translation>
    </message>
    <message>
        <source>No list on this day: %1</source>
        <translation>这一天没有列表：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s); nothing tells whether these are all.</source>
        <translation>
            <numerusform>%n 篇；无从核对是否齐全。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not announced yet.</source>
        <translation>尚未发布。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s).</source>
        <translation>
            <numerusform>%n 篇。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 篇未读</numerusform>
        </translation>
    </message>
    <message>
        <source>all read</source>
        <translation>全部已读</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Of several sources of a day: their names (&quot;bioRxiv, medRxiv&quot;) and what became of them, a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Other days are in the calendar on the left.</source>
        <translation>其他日期见左侧日历。</translation>
    </message>
    <message>
        <source>This day&apos;s list is not announced yet.</source>
        <translation>这一天的列表尚未发布。</translation>
    </message>
    <message>
        <source>No arXiv list on %1.</source>
        <translation>arXiv %1没有新列表。</translation>
    </message>
    <message>
        <source>The next one is that of %1.</source>
        <translation>下一期：%1。</translation>
    </message>
    <message>
        <source>No arXiv list on this day: a holiday.</source>
        <translation>arXiv 当天放假，没有新列表。</translation>
    </message>
    <message>
        <source>Nothing of this day is here.</source>
        <translation>这一天的内容不在本机。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>day file of %1</source>
        <extracomment>Where a translation comes from: the file of a day (&quot;day file of December 9, 2025&quot;), or just a file</extracomment>
        <translation>%1的列表文件</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>文件</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) so far (%1).</source>
        <extracomment>%1 is a list such as “cs.CL: 231 of 240, hep-th: nothing yet”</extracomment>
        <translation>
            <numerusform>目前有 %n 篇（%1）。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>Get the other %n</source>
        <extracomment>a button: the papers of a list that are not here yet</extracomment>
        <translation>
            <numerusform>获取其余 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Get the rest</source>
        <translation>获取其余部分</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Shift+F5 fetches it again.</source>
        <translation>按 Shift+F5 重新获取。</translation>
    </message>
    <message>
        <source>It comes on %1 at %2, your time.</source>
        <extracomment>%1 is a day, %2 a time of day</extracomment>
        <translation>将于你当地时间 %1 %2 公布。</translation>
    </message>
    <message>
        <source>Shift+F5 gets its list. Or open its day file with Ctrl+O, or drop it here.</source>
        <translation>按 Shift+F5 获取当天列表；也可按 Ctrl+O 打开当天的文件，或将其拖放到此处。</translation>
    </message>
    <message>
        <source>Open its day file with Ctrl+O, or drop it here.</source>
        <translation>按 Ctrl+O 打开当天的文件，或将其拖放到此处。</translation>
    </message>
    <message>
        <source>new %1</source>
        <extracomment>%1 is such as 93/93: papers that are here, of those that arXiv counts</extracomment>
        <translation>新提交 %1</translation>
    </message>
    <message>
        <source>cross-lists %1</source>
        <translation>跨类 %1</translation>
    </message>
    <message>
        <source>replacements %1</source>
        <translation>更新版 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n 个列表</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · not held against arXiv&apos;s own page</source>
        <extracomment>%1 is a category</extracomment>
        <translation>%1 · 未按 arXiv 官方页面核对</translation>
    </message>
</context>
<context>
    <name>DeedWords</name>
    <message numerus="yes">
        <source>%n starred.</source>
        <translation>
            <numerusform>已为 %n 篇加星标。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken off the reading list.</source>
        <translation>
            <numerusform>已从阅读清单移出 %n 篇。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked read.</source>
        <translation>
            <numerusform>已将 %n 篇标为已读。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked unread.</source>
        <translation>
            <numerusform>已将 %n 篇标为未读。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s) taken back.</source>
        <translation>
            <numerusform>已撤销 %n 个星标。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n back on the reading list.</source>
        <translation>
            <numerusform>%n 篇已回到阅读清单。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread again.</source>
        <translation>
            <numerusform>%n 篇恢复为未读。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read again.</source>
        <translation>
            <numerusform>%n 篇恢复为已读。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Endpoints</name>
    <message>
        <source>Endpoint “%1” is none of %2</source>
        <translation>“%1”不是可用的服务名，可用的有 %2</translation>
    </message>
    <message>
        <source>“%1” is no address of an endpoint; give one as https://host/path</source>
        <translation>“%1”不是有效的服务地址，请写成 https://host/path 的形式</translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>arXiv&apos;s holiday</source>
        <translation>arXiv 假日</translation>
    </message>
    <message>
        <source>arXiv announced nothing</source>
        <translation>arXiv 没有发布</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%3 篇中已有 %2 篇</translation>
    </message>
    <message>
        <source>%1: nothing yet</source>
        <translation>%1：尚未取到</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category</comment>
        <extracomment>%1 is a category, %2 a sentence on why it could not be fetched</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 so far</source>
        <translation>%1：目前 %2 篇</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>between two such as “cs.CL: 231 of 240”</extracomment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>left out, it has no link to a paper</source>
        <translation>已略过：没有论文链接</translation>
    </message>
    <message>
        <source>left out, its link is no paper of arXiv, bioRxiv or medRxiv</source>
        <translation>已略过：链接不是 arXiv、bioRxiv 或 medRxiv 的论文</translation>
    </message>
    <message>
        <source>its paper stands further up and was joined with it</source>
        <translation>这篇论文在前面已出现，已合并</translation>
    </message>
    <message>
        <source>taken, though cells are missing</source>
        <translation>已导入，但缺少单元格</translation>
    </message>
    <message>
        <source>taken, its bare bars were read as text</source>
        <translation>已导入：未转义的竖线按文字处理</translation>
    </message>
    <message>
        <source>left out, the file ends in the middle of it; get the file again</source>
        <translation>已略过：文件在此行中间断开，请重新获取文件</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) new</source>
        <translation>
            <numerusform>新论文 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known paper(s) completed</source>
        <translation>
            <numerusform>补全已有论文 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) unchanged</source>
        <translation>
            <numerusform>未变 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not taken</source>
        <translation>
            <numerusform>未导入文件 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>joins the parts of a summary: “2 days, 12 papers new”</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <extracomment>%1 is a list such as “2 days, 12 papers new”</extracomment>
        <translation>已停止：%1。</translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>已导入：%1。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 (%4)</source>
        <extracomment>%1 is a file, %2 a line number, %3 what was done with the row, %4 how the row begins</extracomment>
        <translation>%1，第 %2 行：%3（%4）</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>略过 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The next start goes on with removing %2.</source>
        <extracomment>%1 is a sentence that says what is wrong, %2 is a day</extracomment>
        <translation>%1下次启动时将继续移除 %2。</translation>
    </message>
    <message>
        <source>%1 stands in a file with other days too: what that tells stays.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>%1 与其他日期在同一文件中：该文件中的内容保留。</translation>
    </message>
    <message numerus="yes">
        <source>Removed: %1, %n paper(s) less. Stars stay.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>已移除：%1，减少论文 %n 篇。星标保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>A reader for the daily preprint list.</source>
        <translation>每日预印本列表阅读器。</translation>
    </message>
    <message>
        <source>Keep everything in this folder.</source>
        <translation>所有内容都保存在这个文件夹。</translation>
    </message>
    <message>
        <source>Open the sample day.</source>
        <translation>打开示例。</translation>
    </message>
    <message>
        <source>Day files, folders of them, or the number of a paper.</source>
        <translation>每日列表文件、文件夹，或论文编号。</translation>
    </message>
    <message>
        <source>Ask a service at another address.</source>
        <extracomment>NAME and URL are not translated</extracomment>
        <translation>改用其他地址访问某项服务。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PaperDocument</name>
    <message numerus="yes">
        <source>Show all %n characters</source>
        <extracomment>A link behind the beginning of a very long text; %n characters</extracomment>
        <translation>
            <numerusform>显示全部 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>新提交</translation>
    </message>
    <message>
        <source>Cross-list</source>
        <translation>跨类</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>更新版</translation>
    </message>
    <message>
        <source>Replaced cross-list</source>
        <translation>跨类更新版</translation>
    </message>
    <message>
        <source>Sample, invented</source>
        <translation>示例，虚构</translation>
    </message>
    <message>
        <source>Not translated</source>
        <translation>未翻译</translation>
    </message>
    <message>
        <source>Formula lost in the translation</source>
        <translation>译文缺少公式</translation>
    </message>
    <message>
        <source>A model&apos;s remarks around the translation</source>
        <translation>译文夹有模型的附言</translation>
    </message>
    <message>
        <source>Joined with its twin by title and first author</source>
        <translation>按标题和第一作者与另一篇合并</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the names of authors</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 et al.</source>
        <extracomment>%1: the first author, the only one that is known</extracomment>
        <translation>%1 等</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>A link behind the first of a long list of authors</extracomment>
        <translation>
            <numerusform>以及另外 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>The original abstract is not here; this is its translation.</source>
        <translation>没有原文摘要，这里是译文。</translation>
    </message>
    <message>
        <source>There is no abstract in what was imported.</source>
        <translation>导入的内容里没有摘要。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>期刊</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Updated</source>
        <extracomment>%1: a date; %2: the number of the version</extracomment>
        <translation>更新</translation>
    </message>
    <message>
        <source>%1 (version %2)</source>
        <translation>%1（第 %2 版）</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文来源</translation>
    </message>
    <message>
        <source>Abstract not translated</source>
        <translation>摘要未翻译</translation>
    </message>
    <message>
        <source>The model&apos;s remarks on the title:</source>
        <translation>模型关于标题的说明：</translation>
    </message>
</context>
<context>
    <name>Pdf</name>
    <message>
        <source>its version is not known</source>
        <translation>版本未知</translation>
    </message>
    <message>
        <source>something else came</source>
        <translation>收到的不是 PDF</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose its folder…</source>
        <translation>选择其文件夹…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>There is no library in %1 either. Begin a new, empty one there?</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>%1 中也没有资料库。是否在此新建一个空的资料库？</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The folder of the library</source>
        <translation>资料库所在的文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RiskyPlace</name>
    <message>
        <source>The library lies on a file system of the network (%1), which can damage it when the connection breaks. Better move it to a disk of this computer: Settings, Library.</source>
        <extracomment>%1 is a file system such as NFS</extracomment>
        <translation>资料库位于网络文件系统（%1）上，连接中断时可能损坏。建议把它移到本机磁盘：设置 → 资料库。</translation>
    </message>
    <message>
        <source>The library lies in a folder that %1 synchronizes. Its files are copied while they are being written, which can damage it. Better move it to another folder: Settings, Library.</source>
        <extracomment>%1 is a program such as Dropbox</extracomment>
        <translation>资料库位于 %1 同步的文件夹中，文件会在写入过程中被复制，可能因此损坏。建议把它移到其他文件夹：设置 → 资料库。</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>{place} was not found. Check the name and try again.</source>
        <extracomment>In all sentences of this context: {place} is a file, folder, host or paper, {detail} the cause, {line} a number, {time} a time of day.</extracomment>
        <translation>找不到 {place}。请核对名称后重试。</translation>
    </message>
    <message>
        <source>{place} cannot be opened: permission denied. Change its permissions or choose another place.</source>
        <translation>无法打开 {place}：没有权限。请修改权限，或换一个位置。</translation>
    </message>
    <message>
        <source>Disk full: nothing was saved to {place}. Free some space and try again.</source>
        <translation>磁盘已满：没有任何内容存入 {place}。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>{place} could not be read or written ({detail}). Check the disk and try again.</source>
        <translation>无法读写 {place}（{detail}）。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>{place} is too large ({detail}). A day file is far smaller; choose another file.</source>
        <translation>{place} 过大（{detail}）。一天的列表文件要小得多，请换一个文件。</translation>
    </message>
    <message>
        <source>{place} is empty: there is no day in it. Choose another file.</source>
        <translation>{place} 是空的，里面没有任何一天的列表。请换一个文件。</translation>
    </message>
    <message>
        <source>{place} is not a text file. Choose a Markdown or JSON day file.</source>
        <translation>{place} 不是文本文件。请选择 Markdown 或 JSON 格式的每日列表文件。</translation>
    </message>
    <message>
        <source>{place} is not UTF-8 (line {line}). Convert it to UTF-8 and import it again.</source>
        <translation>{place} 不是 UTF-8 编码（第 {line} 行）。请转换为 UTF-8 后重新导入。</translation>
    </message>
    <message>
        <source>{place} is not a day list: no table of papers was found in it. Choose another file.</source>
        <translation>{place} 不是每日列表：里面没有论文表格。请换一个文件。</translation>
    </message>
    <message>
        <source>There are no day files in {place}. Choose a folder with Markdown or JSON days.</source>
        <translation>{place} 中没有每日列表文件。请选择存有 Markdown 或 JSON 列表的文件夹。</translation>
    </message>
    <message>
        <source>{place} ends in the middle of a row (line {line}): it is incomplete. Get it again and import it then.</source>
        <translation>{place} 在一行中间断开（第 {line} 行），文件不完整。请重新获取后再导入。</translation>
    </message>
    <message>
        <source>{place} is damaged at line {line} ({detail}). Get it again and import it then.</source>
        <translation>{place} 第 {line} 行已损坏（{detail}）。请重新获取后再导入。</translation>
    </message>
    <message>
        <source>{place} is damaged ({detail}). Run “paperdawnctl check --repair”.</source>
        <translation>{place} 已损坏（{detail}）。请运行“paperdawnctl check --repair”。</translation>
    </message>
    <message>
        <source>{place} is in use by another program for too long. Close it and try again.</source>
        <translation>{place} 长时间被另一个程序占用。请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to export from {place}. Import or choose another day.</source>
        <translation>{place} 没有可导出的内容。请先导入，或换一天。</translation>
    </message>
    <message>
        <source>{detail}. See “paperdawnctl --help”.</source>
        <translation>{detail}。请参阅“paperdawnctl --help”。</translation>
    </message>
    <message>
        <source>Something went wrong inside Paperdawn ({detail}). Nothing was changed; please report it.</source>
        <translation>晨览内部出错（{detail}）。没有任何内容被更改，请报告此问题。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>{place} is a link to another file, so nothing was written. Remove the link and try again.</source>
        <translation>{place} 是指向其他文件的链接，因此没有写入任何内容。请删除该链接后重试。</translation>
    </message>
    <message>
        <source>{place} is not a file but a folder or a device. Choose another name or place.</source>
        <translation>{place} 不是文件，而是文件夹或设备。请换一个文件名或位置。</translation>
    </message>
    <message>
        <source>{place} cannot be reached ({detail}). Check the network and the proxy, then try again.</source>
        <translation>无法连接 {place}（{detail}）。请检查网络和代理后重试。</translation>
    </message>
    <message>
        <source>{place} did not answer in time. Try again later, or check the network.</source>
        <translation>{place} 未在规定时间内响应。请稍后重试，或检查网络。</translation>
    </message>
    <message>
        <source>{place} is busy and asks us to wait. Try again after {time}.</source>
        <translation>{place} 繁忙，要求稍候。请在 {time} 之后重试。</translation>
    </message>
    <message>
        <source>{place} is busy and asks us to wait. Try again in some minutes.</source>
        <translation>{place} 繁忙，要求稍候。请过几分钟再试。</translation>
    </message>
    <message>
        <source>{place} has a fault of its own ({detail}). Try again in some minutes.</source>
        <translation>{place} 的服务器出错（{detail}）。请过几分钟再试。</translation>
    </message>
    <message>
        <source>{place} does not give this to a program ({detail}). Open it in a web browser.</source>
        <translation>{place} 不允许程序获取此内容（{detail}）。请在浏览器中打开。</translation>
    </message>
    <message>
        <source>{place} leads to {detail}, where Paperdawn does not follow. Check the address in the settings, or log in to this network if it wants that.</source>
        <translation>{place} 跳转到 {detail}，晨览不会跟随。请检查设置中的地址；如果当前网络需要登录，请先登录。</translation>
    </message>
    <message>
        <source>This network wants a login first: it answered in the place of {place}. Log in with a web browser, then try again.</source>
        <translation>当前网络需要先登录：它代替 {place} 作出了响应。请用浏览器登录后重试。</translation>
    </message>
    <message>
        <source>The certificate of {place} is not trusted ({detail}), so nothing was fetched. Check the clock, and log in to this network if it wants that.</source>
        <translation>{place} 的证书不受信任（{detail}），因此没有获取任何内容。请检查系统时间；如果当前网络需要登录，请先登录。</translation>
    </message>
    <message>
        <source>{place} broke off before its answer was complete. What was here is kept; try again.</source>
        <translation>{place} 的响应没有传完就中断了。已有的内容保持不变，请重试。</translation>
    </message>
    <message>
        <source>The answer of {place} is too large ({detail}), so it was left. Try again later, or check the address in the settings.</source>
        <translation>{place} 的响应过大（{detail}），已放弃接收。请稍后重试，或检查设置中的地址。</translation>
    </message>
    <message>
        <source>{place} gave an answer that Paperdawn does not understand ({detail}). What was here is kept; try again later.</source>
        <translation>晨览无法理解 {place} 的响应（{detail}）。已有的内容保持不变，请稍后重试。</translation>
    </message>
    <message>
        <source>{place} does not accept what was asked ({detail}). Check it and try again.</source>
        <translation>{place} 不接受这次请求（{detail}）。请检查后重试。</translation>
    </message>
    <message>
        <source>There is no list on {place} ({detail}). Choose another day.</source>
        <extracomment>{place} is a day</extracomment>
        <translation>{place} 没有列表（{detail}）。请选择其他日期。</translation>
    </message>
    <message>
        <source>The list of {place} is not announced yet. Choose an earlier day, or wait.</source>
        <translation>{place} 的列表尚未发布。请选择更早的日期，或稍后再试。</translation>
    </message>
    <message>
        <source>There is no PDF of {place} to be had ({detail}). The paper&apos;s page may say why.</source>
        <translation>无法获取 {place} 的 PDF（{detail}）。原因可能写在论文页面上。</translation>
    </message>
    <message>
        <source>PDFs of starred papers fill the {detail} that the settings give to PDFs, so no more are kept. Give them more room, or take stars off.</source>
        <translation>星标论文的 PDF 已占满设置中分配的 {detail} 空间，不再自动保存。请在设置中增大空间，或取消一些星标。</translation>
    </message>
    <message>
        <source>Made by a newer version of Paperdawn: nothing is changed in {place}. Update Paperdawn to go on with it.</source>
        <translation>由较新版本的晨览创建：不会改动 {place}。请更新晨览后继续使用。</translation>
    </message>
    <message>
        <source>{place} cannot be written ({detail}), so nothing can be kept. Choose another library folder.</source>
        <translation>{place} 不可写入（{detail}），无法保存任何内容。请换一个资料库文件夹。</translation>
    </message>
    <message>
        <source>{place} is no backup of Paperdawn, or it is damaged. Choose another file.</source>
        <translation>{place} 不是晨览的备份，或已损坏。请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no library in {place}, where the settings say that yours is. Is its disk plugged in? Try again then, or choose its folder.</source>
        <translation>设置中指定的文件夹 {place} 里没有资料库。所在磁盘是否已连接？请连接后重试，或另选其文件夹。</translation>
    </message>
    <message>
        <source>{place} is not empty, so the library stays where it is. Choose an empty folder.</source>
        <translation>{place} 不是空文件夹，资料库未移动。请选择空文件夹。</translation>
    </message>
    <message>
        <source>{place} is a part of the library itself. Choose a folder elsewhere.</source>
        <translation>{place} 位于资料库内部。请选择其他位置的文件夹。</translation>
    </message>
    <message>
        <source>The library takes {detail}, and {place} has less than that free. Free some space, or choose another folder.</source>
        <translation>资料库占 {detail}，{place} 的可用空间不足。请腾出空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The proxy lets nobody through without a user and a password that it knows. Choose the proxy in the settings, under Network, and tell them there.</source>
        <translation>代理要求登录，而用户名和密码未填写或不正确。请在设置的“网络”一页选择该代理并填写。</translation>
    </message>
</context>
<context>
    <name>XmlGuard</name>
    <message>
        <source>it has a document type declaration</source>
        <translation>含有文档类型声明</translation>
    </message>
    <message>
        <source>it is too complex</source>
        <translation>结构过于复杂</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
</context>
<context>
    <name>paperdawn::AboutDialog</name>
    <message>
        <source>About Paperdawn</source>
        <translation>关于晨览</translation>
    </message>
    <message>
        <source>Paperdawn %1</source>
        <extracomment>%1 is a version such as 1.0.2</extracomment>
        <translation>晨览 %1</translation>
    </message>
    <message>
        <source>A reader for the daily list of new preprints. Everything it has stays on this computer and can be read offline.</source>
        <translation>阅读每日新预印本列表的工具。所有内容都保存在这台电脑上，离线也能读。</translation>
    </message>
    <message>
        <source>Your library is kept in %1.</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>你的资料库保存在 %1。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later: you may use, study, share and change it. It comes without any warranty.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更新版本：你可以使用、研究、分享和修改它。不提供任何担保。</translation>
    </message>
    <message>
        <source>Thank you to arXiv for use of its open access interoperability. This product was not reviewed or approved by, nor does it necessarily express or reflect the policies or opinions of, arXiv. The same holds for bioRxiv and medRxiv, with thanks to them.</source>
        <extracomment>arXiv asks for the first two sentences, in these words in English.</extracomment>
        <translation>感谢 arXiv 提供开放获取互操作服务。本产品未经 arXiv 审查或批准，也不代表 arXiv 的政策或观点。对 bioRxiv 和 medRxiv 同样如此，并致谢意。</translation>
    </message>
    <message>
        <source>&amp;Copy version</source>
        <translation>复制版本信息(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It is made with Qt %1 (LGPL 3), SQLite %2 (public domain), zlib %3 (zlib licence) and tl::expected %4 (CC0). The fonts are those of the system: none comes with it.</source>
        <extracomment>%1 to %4 are versions such as 6.4.2, before them names of libraries, behind them their licences</extracomment>
        <translation>由 Qt %1（LGPL 3）、SQLite %2（公有领域）、zlib %3（zlib 许可证）和 tl::expected %4（CC0）构成。字体用系统自带的，本程序不附带字体。</translation>
    </message>
</context>
<context>
    <name>paperdawn::Actions</name>
    <message>
        <source>&amp;Library</source>
        <translation>资料库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>取舍(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>论文(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>paperdawn::CalendarModel</name>
    <message>
        <source>complete</source>
        <translation>齐全</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>大致齐全</translation>
    </message>
    <message>
        <source>a selection</source>
        <translation>精选</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不全</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>获取失败</translation>
    </message>
    <message>
        <source>no list</source>
        <translation>没有列表</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation>无从核对</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 篇未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starred</source>
        <translation>
            <numerusform>%n 篇已加星标</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet announced</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>本机没有</translation>
    </message>
</context>
<context>
    <name>paperdawn::CalendarView</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>Month and year above the calendar, as a format of QLocale::toString(QDate)</extracomment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>paperdawn::CategoryChooser</name>
    <message>
        <source>Nothing is chosen yet.</source>
        <extracomment>%1 are ids of arXiv&apos;s categories</extracomment>
        <translation>尚未选择。</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>已选：%1</translation>
    </message>
    <message>
        <source>cs.CV, quantum, 高能…</source>
        <comment>an example of what can be searched for</comment>
        <translation>cs.CV、quantum、高能……</translation>
    </message>
    <message>
        <source>Search categories</source>
        <translation>搜索类别</translation>
    </message>
    <message>
        <source>arXiv&apos;s categories</source>
        <translation>arXiv 类别</translation>
    </message>
    <message>
        <source>No category matches “%1”.</source>
        <translation>没有与“%1”匹配的类别。</translation>
    </message>
    <message numerus="yes">
        <source>≈ %n a day, about %1 min</source>
        <extracomment>papers of the category that is chosen, and how long it takes to look at their titles</extracomment>
        <translation>
            <numerusform>每天约 %n 篇，约需 %1 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n a day, %1 min at most</source>
        <extracomment>papers of several categories, of which some stand in more than one, and how long it takes to look at their titles</extracomment>
        <translation>
            <numerusform>每天至多 %n 篇，至多需 %1 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Choosing</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>No category of today&apos;s arXiv stands in the %n entries of %1: many programs leave it out. Choose categories by hand.</source>
        <extracomment>%1 is the name of a file, or “2 files”</extracomment>
        <translation>
            <numerusform>%1 的条目（共 %n 个）没有写明 arXiv 现有的类别：许多软件导出时会省去类别。请手动选择。</numerusform>
        </translation>
    </message>
    <message>
        <source>Those from %1 are chosen already: %2.</source>
        <extracomment>%1 is the name of a file, or “2 files”; %2 are ids of categories</extracomment>
        <translation>%1 中的类别你都已选择：%2。</translation>
    </message>
    <message>
        <source>Chosen from %1: %2.</source>
        <translation>已按 %1 选择类别：%2。</translation>
    </message>
    <message numerus="yes">
        <source>A category of arXiv stands in %1 of %n entries.</source>
        <extracomment>the entries of a bibliography</extracomment>
        <translation>
            <numerusform>%n 个条目中有 %1 个写明了 arXiv 的类别。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no BibTeX entry in %1. Choose another file.</source>
        <translation>%1 中没有 BibTeX 条目。请换一个文件。</translation>
    </message>
    <message>
        <source>%1 is too large to be read (%2). Export a smaller part of it.</source>
        <extracomment>%2 is such as “40 MiB”</extracomment>
        <translation>%1 太大（%2），没有读取。请只导出其中一部分。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are damaged and were left out, the first in line %1 of %2.</source>
        <translation>
            <numerusform>%n 个条目已损坏，没有计入（从 %2 的第 %1 行起）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) could not be read, either.</source>
        <translation>
            <numerusform>另有 %n 个文件也无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the choice</source>
        <translation>撤销选择</translation>
    </message>
    <message>
        <source>Not chosen any more: %1.</source>
        <translation>已取消选择：%1。</translation>
    </message>
    <message>
        <source>None of them was chosen any more.</source>
        <translation>其中的类别都已不在所选之列。</translation>
    </message>
</context>
<context>
    <name>paperdawn::DetailPane</name>
    <message>
        <source>★ Starred</source>
        <translation>★ 已加星标</translation>
    </message>
    <message>
        <source>☆ Star</source>
        <translation>☆ 加星标</translation>
    </message>
    <message>
        <source>Starred; take the star back</source>
        <extracomment>Spoken for the button with the star, by its state</extracomment>
        <translation>已加星标，点按可取消</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Choose a paper to read its abstract here.</source>
        <translation>选一篇论文，在这里读它的摘要。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Abstract page</source>
        <translation>摘要页</translation>
    </message>
    <message>
        <source>Open the abstract page</source>
        <translation>打开摘要页</translation>
    </message>
    <message>
        <source>Open the PDF in the browser</source>
        <translation>在浏览器中打开 PDF</translation>
    </message>
    <message>
        <source>Get the PDF and open it</source>
        <translation>下载并打开 PDF</translation>
    </message>
    <message>
        <source>The PDF is on its way</source>
        <translation>PDF 正在下载</translation>
    </message>
    <message>
        <source>Open the PDF; it is on this computer</source>
        <translation>打开 PDF，已在本机</translation>
    </message>
    <message>
        <source>BibTeX</source>
        <extracomment>Copies the reference of the paper</extracomment>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>Copy BibTeX</source>
        <translation>复制 BibTeX</translation>
    </message>
</context>
<context>
    <name>paperdawn::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>&amp;Papers:</source>
        <translation>论文(&amp;P)：</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n)</source>
        <extracomment>%1 is a date, or &quot;This day&quot;; %n papers stand on its list</extracomment>
        <translation>
            <numerusform>%1（%n）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Selection (%n)</source>
        <extracomment>%n papers are selected in the list</extracomment>
        <translation>
            <numerusform>所选论文（%n）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading list (%n)</source>
        <extracomment>%n papers are starred</extracomment>
        <translation>
            <numerusform>阅读清单（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Style:</source>
        <translation>样式(&amp;S)：</translation>
    </message>
    <message>
        <source>Table, one row a paper</source>
        <translation>表格，每篇一行</translation>
    </message>
    <message>
        <source>For reading, with abstracts</source>
        <translation>便于阅读，附摘要</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双语</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>输出到(&amp;T)：</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>RIS, for Zotero and EndNote</source>
        <translation>RIS（用于 Zotero、EndNote）</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV（用于电子表格）</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON（用于程序处理）</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>paperdawn::Exporting</name>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>列表已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) copied as Markdown.</source>
        <translation>
            <numerusform>已复制 %n 篇（Markdown）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 个链接。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) copied as BibTeX.</source>
        <translation>
            <numerusform>已复制 %n 篇（BibTeX）。</numerusform>
        </translation>
    </message>
    <message>
        <source>An export is under way. Wait for it, then try again.</source>
        <translation>正在导出。请等它完成后再试。</translation>
    </message>
</context>
<context>
    <name>paperdawn::FailureBox</name>
    <message>
        <source>Paperdawn</source>
        <translation>晨览</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>paperdawn::Fetching</name>
    <message>
        <source>Choose first what you read, in the settings.</source>
        <translation>请先在设置中选择你关注的类别。</translation>
    </message>
    <message>
        <source>A fetch is under way. Wait for it, or stop it below.</source>
        <translation>正在获取，请等它完成，或在下方停止。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) completed.</source>
        <translation>
            <numerusform>已补全 %n 篇论文。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n paper(s) arXiv does not tell more.</source>
        <translation>
            <numerusform>有 %n 篇论文 arXiv 没有更多信息。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The list of %1 is incomplete: %2. arXiv&apos;s search may lag behind its lists.</source>
        <translation>%1的列表不完整：%2。arXiv 的检索可能比列表慢一些。</translation>
    </message>
    <message numerus="yes">
        <source>%n new paper(s) on the list of %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>%1的列表有 %n 篇新论文。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Asking arXiv</source>
        <translation>正在询问 arXiv</translation>
    </message>
    <message>
        <source>Looking up %1 of %2 papers</source>
        <translation>正在查询第 %1/%2 篇论文</translation>
    </message>
    <message>
        <source>Getting %1 (%2 of %3 done)</source>
        <extracomment>%1 is a category, %2 of %3 categories are done</extracomment>
        <translation>正在获取 %1（已完成 %2/%3）</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>停止获取</translation>
    </message>
    <message>
        <source>Fetch progress</source>
        <translation>获取进度</translation>
    </message>
    <message>
        <source>arXiv knows no paper %1.</source>
        <extracomment>%1 is the number of a paper</extracomment>
        <translation>arXiv 上没有编号为 %1 的论文。</translation>
    </message>
    <message>
        <source>%1 is busy and asks us to wait. The list comes by itself then.</source>
        <extracomment>%1 is a host</extracomment>
        <translation>%1 繁忙，要求稍候；届时自动获取列表。</translation>
    </message>
    <message>
        <source>Offline: the list waits for a network</source>
        <translation>离线：等待联网后获取列表</translation>
    </message>
    <message>
        <source>The list waits for its server</source>
        <translation>等待服务器可用后获取列表</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2). Everything stored still opens; the list comes by itself once there is a network.</source>
        <extracomment>%1 is a host, %2 the system&apos;s words for what is wrong</extracomment>
        <translation>无法连接 %1（%2）。已保存的内容都能打开；联网后自动获取列表。</translation>
    </message>
    <message>
        <source>%1 is looked up once this fetch is done.</source>
        <extracomment>%1 is the number of a paper</extracomment>
        <translation>本次获取完成后将查询 %1。</translation>
    </message>
    <message>
        <source>Network settings…</source>
        <translation>网络设置…</translation>
    </message>
    <message>
        <source>Stopped. Incomplete: %1.</source>
        <translation>已停止。尚不完整：%1。</translation>
    </message>
    <message>
        <source>%1 Incomplete: %2.</source>
        <extracomment>%1 is a sentence on what failed, %2 such as “cs.CL: 100 of 240”</extracomment>
        <translation>%1尚不完整：%2。</translation>
    </message>
    <message>
        <source>%1 The list is tried again by itself.</source>
        <extracomment>%1 is a sentence that says what is wrong</extracomment>
        <translation>%1列表稍后会自动重试。</translation>
    </message>
    <message>
        <source>Checking %1 against arXiv&apos;s own page (%2 of %3 done)</source>
        <extracomment>%1 is a category, %2 of %3 categories are done</extracomment>
        <translation>正在按 arXiv 官方页面核对 %1（已完成 %2/%3）</translation>
    </message>
</context>
<context>
    <name>paperdawn::FilterBar</name>
    <message numerus="yes">
        <source>%1 of %n paper(s)</source>
        <translation>
            <numerusform>%n 篇中的 %1 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>List and filter</source>
        <translation>列表与筛选</translation>
    </message>
    <message>
        <source>Filter ( / )</source>
        <translation>筛选（/）</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>paperdawn::ImportDetails</name>
    <message>
        <source>What the import left out or mended</source>
        <translation>导入时略去或修正的内容</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>paperdawn::ImportProgressBar</name>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Importing %1 of %2: %3</source>
        <extracomment>%1 of %2 files are done, %3 is the one at work</extracomment>
        <translation>正在导入 %1/%2：%3</translation>
    </message>
    <message>
        <source>Stop importing</source>
        <translation>停止导入</translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation>导入进度</translation>
    </message>
</context>
<context>
    <name>paperdawn::Importing</name>
    <message>
        <source>Open day files</source>
        <translation>打开每日列表文件</translation>
    </message>
    <message>
        <source>Open a folder of days</source>
        <translation>打开列表文件夹</translation>
    </message>
    <message>
        <source>An import is under way. Wait for it, or stop it below.</source>
        <translation>正在导入，请等它完成，或在下方停止。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>The import was taken back: %n paper(s) less. Stars stay.</source>
        <translation>
            <numerusform>已撤销导入，移除 %n 篇，星标保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was left out…</source>
        <translation>略去的内容…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Take back the last import? Its days and papers go; stars stay.</source>
        <translation>撤销上次导入？它带来的日期和论文会移除，星标保留。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Remove %1? Its list and the files it came from go; stars stay.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>移除 %1？该日列表及其来源文件会一并移除，星标保留。</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>已恢复 %1。</translation>
    </message>
    <message>
        <source>%1 %2 is not back yet.</source>
        <extracomment>%1 is a sentence that says what is wrong, %2 is a day</extracomment>
        <translation>%1%2 尚未恢复。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before %1 were removed, as the settings say. Starred papers stay.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>已按设置移除 %1 之前的 %n 天。星标论文保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The days are back, and days are kept for ever from now on.</source>
        <translation>这些日期已恢复，今后将永久保留。</translation>
    </message>
    <message>
        <source>%1 The days are not back yet.</source>
        <extracomment>%1 is a sentence that says what is wrong</extracomment>
        <translation>%1这些日期尚未恢复。</translation>
    </message>
    <message>
        <source>These files follow once the import that is under way is done.</source>
        <translation>正在进行的导入完成后，接着导入这些文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) that were to follow were not imported.</source>
        <translation>
            <numerusform>原定接着导入的 %n 个文件或文件夹未导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Day files and BibTeX (*.md *.markdown *.json *.bib *.bibtex);;All files (*)</source>
        <translation>每日列表文件和 BibTeX (*.md *.markdown *.json *.bib *.bibtex);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>paperdawn::KeySheet</name>
    <message>
        <source> or </source>
        <extracomment>Between two keys that do the same: &quot;J or Down&quot;</extracomment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>paperdawn::LeftPane</name>
    <message>
        <source>Calendar and lists</source>
        <translation>日历与列表</translation>
    </message>
</context>
<context>
    <name>paperdawn::LibrarySettings</name>
    <message>
        <source>Li&amp;brary</source>
        <translation>资料库(&amp;B)</translation>
    </message>
    <message>
        <source>Starred &amp;PDFs:</source>
        <translation>星标论文的 PDF(&amp;P)：</translation>
    </message>
    <message>
        <source>Room &amp;for PDFs:</source>
        <translation>PDF 占用空间(&amp;F)：</translation>
    </message>
    <message>
        <source>Downloaded with the star</source>
        <translation>加星标时下载</translation>
    </message>
    <message>
        <source>Downloaded when opened</source>
        <translation>打开时下载</translation>
    </message>
    <message>
        <source>As much as there is</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>lists and abstracts %1</source>
        <translation>列表与摘要 %1</translation>
    </message>
    <message>
        <source>PDFs %1</source>
        <translation>PDF %1</translation>
    </message>
    <message>
        <source>files that were imported or fetched %1</source>
        <translation>导入和获取的原始文件 %1</translation>
    </message>
    <message>
        <source>stars and journal %1</source>
        <translation>星标与日志 %1</translation>
    </message>
    <message>
        <source>backups %1</source>
        <translation>备份 %1</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>On the disk:</source>
        <translation>占用空间：</translation>
    </message>
    <message>
        <source>being measured</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Last backup:</source>
        <translation>最近备份：</translation>
    </message>
    <message>
        <source>%1, checked</source>
        <comment>a time</comment>
        <translation>%1，已校验</translation>
    </message>
    <message>
        <source>none yet; one is made each day</source>
        <translation>暂无；每天自动备份一次</translation>
    </message>
    <message>
        <source>&amp;Move the library…</source>
        <translation>移动资料库(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Keep the lists of:</source>
        <translation>保留列表(&amp;K)：</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>所有日期</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>The last six months</source>
        <translation>最近六个月</translation>
    </message>
    <message>
        <source>The last three months</source>
        <translation>最近三个月</translation>
    </message>
    <message numerus="yes">
        <source>The last %n month(s)</source>
        <translation>
            <numerusform>最近 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>Older days go some time after the next start, with the files they came from. Starred papers stay, with all that is known of them.</source>
        <translation>更早的日期及其来源文件会在下次启动后移除。星标论文连同其全部信息保留。</translation>
    </message>
</context>
<context>
    <name>paperdawn::ListSettings</name>
    <message>
        <source>Li&amp;sts</source>
        <translation>列表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Categories:</source>
        <translation>关注的类别(&amp;C)：</translation>
    </message>
    <message>
        <source>N&amp;otification:</source>
        <translation>通知(&amp;O)：</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>When a new list is there</source>
        <translation>有新列表时通知</translation>
    </message>
</context>
<context>
    <name>paperdawn::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing was noted since the program was started.</source>
        <translation>程序启动以来没有记录。</translation>
    </message>
    <message>
        <source>What the program noted</source>
        <translation>程序记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
</context>
<context>
    <name>paperdawn::MainWindow</name>
    <message>
        <source>Leave the &amp;sample</source>
        <translation>离开示例(&amp;S)</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Sample. Its stars never mix with yours.</source>
        <translation>示例。这里的星标不会与你的混在一起。</translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation>阅读清单</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing starred yet.</source>
        <translation>还没有星标论文。</translation>
    </message>
    <message>
        <source>Press s on a paper to keep it here.</source>
        <translation>选中一篇按 s，就会留在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Reading list: %n paper(s), last starred first.</source>
        <translation>
            <numerusform>阅读清单：%n 篇，最近加星标的在前。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paperdawn — Reading list</source>
        <translation>Paperdawn — 阅读清单</translation>
    </message>
    <message>
        <source>Paperdawn — %1</source>
        <extracomment>%1 is a day</extracomment>
        <translation>Paperdawn — %1</translation>
    </message>
    <message>
        <source>No paper here matches “%1”.</source>
        <translation>这里没有与“%1”匹配的论文。</translation>
    </message>
    <message>
        <source>Esc clears the filter.</source>
        <translation>按 Esc 清除筛选。</translation>
    </message>
    <message>
        <source>This is the last day here.</source>
        <translation>这已是最后一天。</translation>
    </message>
    <message>
        <source>This is the first day here.</source>
        <translation>这已是第一天。</translation>
    </message>
    <message>
        <source>%1 is on no list here.</source>
        <translation>%1 不在本机的任何列表里。</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Nothing is unread.</source>
        <translation>没有未读论文。</translation>
    </message>
    <message>
        <source>Older days are in the calendar on the left.</source>
        <translation>更早的日期可在左侧日历中查看。</translation>
    </message>
    <message>
        <source>Paperdawn — Unread</source>
        <translation>Paperdawn — 未读</translation>
    </message>
    <message numerus="yes">
        <source>Unread: %n paper(s) on the newest %1 lists, newest first.</source>
        <extracomment>%1 is a number of lists</extracomment>
        <translation>
            <numerusform>未读：最近 %1 期列表中的 %n 篇，新的在前。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard names no paper. Copy an arXiv or bioRxiv link or number first.</source>
        <translation>剪贴板里没有论文编号或链接。请先复制 arXiv 或 bioRxiv 的链接或编号。</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>查到的论文</translation>
    </message>
    <message>
        <source>It stands on no list here. Press s on it to keep it in the reading list.</source>
        <translation>它不在本机的任何列表里。按 s 可将其加入阅读清单。</translation>
    </message>
    <message>
        <source>Paperdawn — Looked up</source>
        <translation>Paperdawn — 查到的论文</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Everything stored still opens.</source>
        <translation>已保存的内容都能打开。</translation>
    </message>
    <message>
        <source>Get this day&apos;s list</source>
        <translation>获取当天列表</translation>
    </message>
    <message>
        <source>The window closes once the export is written.</source>
        <translation>导出写入完成后，窗口就会关闭。</translation>
    </message>
</context>
<context>
    <name>paperdawn::Menus</name>
    <message>
        <source>S&amp;ort</source>
        <translation>排序(&amp;O)</translation>
    </message>
    <message>
        <source>Colu&amp;mns</source>
        <translation>列(&amp;M)</translation>
    </message>
</context>
<context>
    <name>paperdawn::MessageBar</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation>关闭这条消息（Esc）</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <extracomment>Spoken by a screen reader. %1 is a whole sentence.</extracomment>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Copy details</source>
        <extracomment>Of what went wrong, for a report</extracomment>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>paperdawn::Moving</name>
    <message>
        <source>An empty folder for the library</source>
        <translation>为资料库选择一个空文件夹</translation>
    </message>
    <message>
        <source>Move the library</source>
        <translation>移动资料库</translation>
    </message>
    <message>
        <source>Move the library to %1?</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>将资料库移动到 %1？</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 are copied and compared, and only then removed from %2. The window closes meanwhile, once what is being imported is here; what is being fetched is stopped.</source>
        <extracomment>%1 is a size such as “120 MB”, %2 a folder</extracomment>
        <translation>将复制 %1 并逐一核对，之后才从 %2 移除。其间窗口会关闭，正在进行的导入会先完成；正在获取的列表会中止。</translation>
    </message>
</context>
<context>
    <name>paperdawn::NetworkSettings</name>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>代理(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Host of the proxy:</source>
        <translation>代理主机(&amp;H)：</translation>
    </message>
    <message>
        <source>P&amp;ort of the proxy:</source>
        <translation>代理端口(&amp;O)：</translation>
    </message>
    <message>
        <source>arXiv &amp;API:</source>
        <translation>arXiv API(&amp;A)：</translation>
    </message>
    <message>
        <source>arXiv f&amp;eeds:</source>
        <translation>arXiv 订阅源(&amp;E)：</translation>
    </message>
    <message>
        <source>arXiv pa&amp;ges:</source>
        <translation>arXiv 网页(&amp;G)：</translation>
    </message>
    <message>
        <source>arXiv OA&amp;I:</source>
        <translation>arXiv OAI(&amp;I)：</translation>
    </message>
    <message>
        <source>arXiv PD&amp;Fs:</source>
        <translation>arXiv PDF(&amp;F)：</translation>
    </message>
    <message>
        <source>bioR&amp;xiv:</source>
        <translation>bioRxiv(&amp;X)：</translation>
    </message>
    <message>
        <source>Addresses of the services: leave them empty, unless you use a mirror or a server of your own.</source>
        <translation>各服务的地址：留空即可，除非你使用镜像或自己的服务器。</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Which host? Until it is told, the desktop&apos;s proxy is used.</source>
        <translation>请填写主机。填写之前仍使用桌面的代理。</translation>
    </message>
    <message>
        <source>“%1” is no host of a proxy; write it as 127.0.0.1 or proxy.example.org.</source>
        <translation>“%1”不是代理主机，请写成 127.0.0.1 或 proxy.example.org 的形式。</translation>
    </message>
    <message>
        <source>“%1” is no address of a service; write it as https://host/path.</source>
        <translation>“%1”不是服务地址，请写成 https://host/path 的形式。</translation>
    </message>
    <message>
        <source>&amp;User, if it asks for one:</source>
        <translation>用户名（如需要）(&amp;U)：</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>密码(&amp;W)：</translation>
    </message>
    <message>
        <source>The password is held until the window is closed, and written to no file.</source>
        <translation>密码只保留到窗口关闭，不写入任何文件。</translation>
    </message>
</context>
<context>
    <name>paperdawn::NewListNotice</name>
    <message>
        <source>A new list is there</source>
        <translation>新一期列表已公布</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>获取</translation>
    </message>
</context>
<context>
    <name>paperdawn::OpeningNotice</name>
    <message>
        <source>Opening the library.</source>
        <translation>正在打开资料库。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>paperdawn::Outside</name>
    <message>
        <source>This address is not opened: it leads to no web page.</source>
        <translation>此地址不是网页，未打开。</translation>
    </message>
    <message>
        <source>No browser could be started. The address is %1</source>
        <translation>无法启动浏览器。地址是 %1</translation>
    </message>
    <message>
        <source>No program here opens PDF files. Install one, or open the paper&apos;s page.</source>
        <translation>没有能打开 PDF 的程序。请安装一个，或打开论文的网页。</translation>
    </message>
    <message>
        <source>No file manager could be started. The file is %1</source>
        <translation>无法启动文件管理器。文件位于 %1</translation>
    </message>
</context>
<context>
    <name>paperdawn::PaperTableModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>%1 et al.</source>
        <extracomment>%1: the first author, where the others are not known</extracomment>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>未加星标</translation>
    </message>
    <message>
        <source>PDF here</source>
        <extracomment>Spoken behind the title and the authors: the PDF is on this computer</extracomment>
        <translation>PDF 已在本机</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新提交</translation>
    </message>
    <message>
        <source>Cross-lists</source>
        <translation>跨类</translation>
    </message>
    <message>
        <source>Replacements</source>
        <translation>更新版</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>N</source>
        <extracomment>One letter (one character in Chinese): a new paper</extracomment>
        <translation>新</translation>
    </message>
    <message>
        <source>X</source>
        <extracomment>One letter (one character in Chinese): cross-listed</extracomment>
        <translation>跨</translation>
    </message>
    <message>
        <source>R</source>
        <extracomment>One letter (one character in Chinese): a replacement</extracomment>
        <translation>更</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>%1, %2 of %3 unread</source>
        <extracomment>What heads a group of papers; %1 is its name, %2 and %3 are numbers</extracomment>
        <translation>%1，%3 篇中有 %2 篇未读</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1，已折叠</translation>
    </message>
</context>
<context>
    <name>paperdawn::PaperTableView</name>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
</context>
<context>
    <name>paperdawn::PdfFetching</name>
    <message>
        <source>Not on this computer yet; will download when online.</source>
        <translation>尚未下载，联网后自动下载。</translation>
    </message>
    <message>
        <source>The PDF of %1 waits for the network</source>
        <extracomment>%1 is the number of a paper</extracomment>
        <translation>%1 的 PDF 等待联网</translation>
    </message>
    <message>
        <source>Another program gets the PDF of %1</source>
        <translation>另一程序正在下载 %1 的 PDF</translation>
    </message>
    <message>
        <source>Getting the PDF of %1 (%2 of %3)</source>
        <extracomment>%1 is the number of a paper, %2 and %3 are sizes</extracomment>
        <translation>正在下载 %1 的 PDF（%2，共 %3）</translation>
    </message>
    <message>
        <source>Getting the PDF of %1</source>
        <translation>正在下载 %1 的 PDF</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n more</source>
        <extracomment>%1 is what is being done</extracomment>
        <translation>
            <numerusform>%1，另有 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What came of the PDF is kept.</source>
        <translation>已停止，下载到的部分会保留。</translation>
    </message>
    <message>
        <source>%1 gives its PDFs to browsers only: the paper&apos;s page is open in yours.</source>
        <extracomment>%1 is bioRxiv or medRxiv</extracomment>
        <translation>%1 只向浏览器提供 PDF，已在浏览器中打开论文页面。</translation>
    </message>
    <message>
        <source>The PDFs take more than the %1 that the settings give them: those of starred papers stay.</source>
        <translation>PDF 占用的空间超出设置的 %1：星标论文的 PDF 会保留。</translation>
    </message>
    <message>
        <source>The PDF of %1 is here.</source>
        <translation>%1 的 PDF 已下载。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开论文页面</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open version %1</source>
        <translation>打开第 %1 版</translation>
    </message>
    <message>
        <source>Open what is here</source>
        <translation>打开已有版本</translation>
    </message>
    <message>
        <source>Stop getting PDFs</source>
        <translation>停止下载 PDF</translation>
    </message>
    <message>
        <source>PDF progress</source>
        <translation>PDF 下载进度</translation>
    </message>
    <message>
        <source>Getting the PDF of %1 (%2)</source>
        <extracomment>%1 is the number of a paper, %2 a size; nobody knows of how much</extracomment>
        <translation>正在下载 %1 的 PDF（已下载 %2）</translation>
    </message>
    <message>
        <source>This paper is invented and has no PDF; in the sample only the one marked “PDF” has.</source>
        <extracomment>The list marks papers whose PDF is here with “PDF”, in every language</extracomment>
        <translation>这篇论文是虚构的，没有 PDF；示例中只有标着“PDF”的那篇才有。</translation>
    </message>
</context>
<context>
    <name>paperdawn::PlaceWarning</name>
    <message>
        <source>Move the library…</source>
        <translation>移动资料库…</translation>
    </message>
</context>
<context>
    <name>paperdawn::ProgressStrip</name>
    <message>
        <source>%1, next in %2 s</source>
        <extracomment>%1 is what is being done</extracomment>
        <translation>%1，%2 秒后继续</translation>
    </message>
    <message>
        <source>%1, next at %2</source>
        <translation>%1，%2 继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>paperdawn::ReadingSettings</name>
    <message>
        <source>Rea&amp;ding</source>
        <translation>阅读(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>C&amp;ontrast:</source>
        <translation>对比度(&amp;O)：</translation>
    </message>
    <message>
        <source>T&amp;itles and abstracts:</source>
        <translation>标题与摘要(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>行高(&amp;R)：</translation>
    </message>
    <message>
        <source>Text si&amp;ze:</source>
        <translation>文字大小(&amp;Z)：</translation>
    </message>
    <message>
        <source>&amp;Mark as read:</source>
        <translation>标为已读(&amp;M)：</translation>
    </message>
    <message>
        <source> %</source>
        <extracomment>Per cent, after a number</extracomment>
        <translation> %</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双语</translation>
    </message>
    <message>
        <source>Compact, one line</source>
        <translation>紧凑，一行</translation>
    </message>
    <message>
        <source>Cosy, two lines</source>
        <translation>舒适，两行</translation>
    </message>
    <message>
        <source>Reading, with the abstract</source>
        <translation>阅读，四行含摘要</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>不自动标记</translation>
    </message>
    <message>
        <source>After %1 s in view</source>
        <extracomment>%1 is a number such as 0.7</extracomment>
        <translation>停留 %1 秒后</translation>
    </message>
</context>
<context>
    <name>paperdawn::SafeKeeping</name>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups (*.tar.gz);;All files (*)</source>
        <translation>备份 (*.tar.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Backing up the library.</source>
        <translation>正在备份资料库。</translation>
    </message>
    <message numerus="yes">
        <source>Backed up to %1: %n decision(s), without PDFs.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>
            <numerusform>已备份到 %1：标记 %n 条，不含 PDF。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the backup.</source>
        <translation>正在读取备份。</translation>
    </message>
    <message>
        <source>Everything in this backup is here already.</source>
        <translation>备份中的内容这里都已经有了。</translation>
    </message>
    <message>
        <source>What is here stays: a mark that was made later is never overwritten.</source>
        <translation>已有内容保持不变：较晚的标记不会被覆盖。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restoring from the backup.</source>
        <translation>正在从备份恢复。</translation>
    </message>
    <message>
        <source>Take the days back</source>
        <translation>撤回这些列表</translation>
    </message>
    <message numerus="yes">
        <source>The days were taken back: %n paper(s) less. Marks stay.</source>
        <translation>
            <numerusform>已撤回这些列表：减少论文 %n 篇，标记保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n 条标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day file(s)</source>
        <translation>
            <numerusform>%n 个列表文件</numerusform>
        </translation>
    </message>
    <message>
        <source>New in this backup: %1 and %2. Bring them in?</source>
        <extracomment>%1 is “3 decisions”, %2 is “2 day files”</extracomment>
        <translation>备份中有这里没有的 %1、%2。要并入吗？</translation>
    </message>
    <message>
        <source>Restored: %1 and %2.</source>
        <extracomment>%1 is “3 decisions”, %2 is “2 day files”</extracomment>
        <translation>已恢复：%1、%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the backup were damaged and left out.</source>
        <translation>
            <numerusform>备份中有 %n 个文件已损坏，未予恢复。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paperdawn::Session</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Moving the library.</source>
        <extracomment>%1 and %2 are sizes such as “120 MB”</extracomment>
        <translation>正在移动资料库。</translation>
    </message>
    <message>
        <source>Copying the library: %1 of %2.</source>
        <translation>正在复制资料库：%1，共 %2。</translation>
    </message>
    <message>
        <source>The library is in %1 now.</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>资料库现位于 %1。</translation>
    </message>
    <message>
        <source>The library is in %1 now. The old one could not be removed: %2</source>
        <extracomment>%1 is a folder, %2 a sentence that says what is wrong</extracomment>
        <translation>资料库现位于 %1。原资料库未能删除：%2</translation>
    </message>
    <message>
        <source>This waits until what is under way is done.</source>
        <translation>等正在进行的操作完成后再继续。</translation>
    </message>
    <message>
        <source>The library could not be opened in %1, where another program wrote into it meanwhile. What it wrote is there, and not here.</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>资料库在 %1 无法打开，其间另一个程序写入了那里。那些改动只在那里，不在这里。</translation>
    </message>
    <message>
        <source>Read without keeping</source>
        <translation>仅阅读，不保存</translation>
    </message>
    <message>
        <source>Nothing of this is kept when the window closes. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>关闭窗口后，此处的内容都不会保留。%1</translation>
    </message>
</context>
<context>
    <name>paperdawn::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置的各页</translation>
    </message>
</context>
<context>
    <name>paperdawn::Sidebar</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 篇未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>shown</source>
        <translation>正在显示</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新一期</translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation>阅读清单</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
</context>
<context>
    <name>paperdawn::StartPage</name>
    <message>
        <source>Paperdawn</source>
        <extracomment>The name of the program. In Chinese: 晨览</extracomment>
        <translation>晨览</translation>
    </message>
    <message>
        <source>A reader for the daily list of new preprints: choose a day, skim every title, read the few abstracts that matter.</source>
        <translation>阅读每日新预印本列表：选一天，浏览全部标题，细读少数重要的摘要。</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>先看示例(&amp;T)</translation>
    </message>
    <message>
        <source>Every list you open is kept on this computer and can be read offline.</source>
        <translation>打开过的列表都保存在这台电脑上，离线也能读。</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>What do you read?</source>
        <translation>你关注哪些方向？</translation>
    </message>
    <message>
        <source>&amp;Get the latest list</source>
        <translation>获取最新一期(&amp;G)</translation>
    </message>
    <message>
        <source>Or begin without a network:</source>
        <translation>或者不联网，先看看：</translation>
    </message>
    <message>
        <source>&amp;Get it when online</source>
        <translation>联网后获取(&amp;G)</translation>
    </message>
    <message>
        <source>Titles &amp;in:</source>
        <translation>标题显示(&amp;I)：</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>双语</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Is there a proxy?</source>
        <extracomment>%1 is such as “127.0.0.1:7890”</extracomment>
        <translation>需要代理吗？</translation>
    </message>
    <message>
        <source>By the desktop&apos;s proxy, %1.</source>
        <translation>使用桌面的代理 %1。</translation>
    </message>
    <message>
        <source>&amp;Network settings…</source>
        <translation>网络设置(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Or drop day files, or a folder of them, anywhere on this page. A .bib file, dropped or opened, chooses the categories of the papers in it.</source>
        <translation>也可以把每日列表文件或整个文件夹拖到这个页面上。拖入或打开 .bib 文件，会按其中的论文选择类别。</translation>
    </message>
</context>
<context>
    <name>paperdawn::Store</name>
    <message numerus="yes">
        <source>%n row(s) of its lists name papers that are not there.</source>
        <translation>
            <numerusform>列表中有 %n 行所指的论文不存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) count their papers wrongly.</source>
        <translation>
            <numerusform>有 %n 天的论文数不对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read; they are kept.</source>
        <translation>
            <numerusform>有 %n 行无法读取，已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The original of %1 is missing or damaged; import the file again.</source>
        <extracomment>%1 is a file that was imported, such as 2025-12-09-arxiv.md</extracomment>
        <translation>%1 的原始文件缺失或损坏，请重新导入该文件。</translation>
    </message>
    <message>
        <source>It does not say what the journal says.</source>
        <translation>它与日志的内容不一致。</translation>
    </message>
    <message>
        <source>It was damaged and was built anew; the damaged file is kept as %1.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>文件曾损坏，已重新建立；损坏的文件保留为 %1。</translation>
    </message>
    <message>
        <source>The disk is full, so it lacks decisions that the journal holds. Free some space; the next start goes on.</source>
        <translation>磁盘已满，日志中的部分操作（星标、已读等）尚未写入数据库。请腾出一些空间，下次启动时会继续。</translation>
    </message>
    <message>
        <source>The disk is full, so it could not be brought to order and may lack days. Free some space; the next start goes on.</source>
        <translation>磁盘已满，数据库未能整理完毕，可能缺少部分日期。请腾出一些空间，下次启动时会继续。</translation>
    </message>
    <message>
        <source>It cannot be read, so the days that it told of are missing. The next start tries again.</source>
        <translation>这个文件无法读取，因此缺少其中的日期；下次启动时会重试。</translation>
    </message>
    <message>
        <source>It is damaged, so the days that it told of are missing. Import the file again.</source>
        <translation>这个文件已损坏，因此缺少其中的日期；请重新导入原文件。</translation>
    </message>
    <message>
        <source>It was imported, but the days that it told of are missing.</source>
        <translation>这个文件曾经导入，但库中缺少其中的日期。</translation>
    </message>
    <message numerus="yes">
        <source>The journal lacks %n decision(s) that stand here; a repair writes them into it again.</source>
        <translation>
            <numerusform>日志中缺少此处的 %n 项操作；修复时会重新写入日志。</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be read (%1), so decisions may be missing. They come back once it can be read.</source>
        <translation>这个文件无法读取（%1），可能缺少部分操作（星标、已读等）；可以读取后会恢复。</translation>
    </message>
    <message>
        <source>Another program is writing to the library; waiting for it.</source>
        <translation>另一个程序正在写入资料库，请稍候。</translation>
    </message>
    <message>
        <source>The papers are being stored again from the imported files: %1 of %2.</source>
        <extracomment>%1 of %2 files</extracomment>
        <translation>正在根据导入的文件重新存入论文：%1/%2。</translation>
    </message>
    <message>
        <source>A newer version of Paperdawn wrote into it: what follows waits until Paperdawn is updated here.</source>
        <translation>较新版本的晨览写入了此文件：其后的内容要等这里的晨览更新后才能读取。</translation>
    </message>
    <message numerus="yes">
        <source>Your library file was damaged. Restored from the backup of %1 and from the journal: %n star(s). The damaged file is kept as %2.</source>
        <extracomment>%1 is a date and time, %2 a file</extracomment>
        <translation>
            <numerusform>资料库文件损坏，已从 %1 的备份恢复，并补回日志中此后的操作：共 %n 个星标。损坏的文件已保留为 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your library file was damaged. Restored from the journal: %n star(s). The damaged file is kept as %1.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>
            <numerusform>资料库文件损坏，已从日志恢复：共 %n 个星标。损坏的文件已保留为 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup of the day could not be made: %1 It is tried again every hour.</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>今天的备份未能完成：%1每小时会重试一次。</translation>
    </message>
</context>
<context>
    <name>paperdawn::Telling</name>
    <message>
        <source>It is on the reading list now. Press s on it again to take it off.</source>
        <translation>已加入阅读清单；再按一次 s 移出。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The last deed is from %1. Take it back?</source>
        <translation>上一次操作在%1，要撤销吗？</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>And %n more: “paperdawnctl check” names them.</source>
        <comment>behind a sentence on a damaged file</comment>
        <translation>
            <numerusform>另有 %n 处问题：运行“paperdawnctl check”可逐一列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
</context>
</TS>
