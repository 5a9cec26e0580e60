/**
 * What Word puts on the clipboard as HTML for a few paragraphs of our own: its head, its conditional comments, its way
 * of writing lists as paragraphs, a table, a picture, a comment and tracked changes. All words are invented.
 */
export const pastedFromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/reader/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings>
  <o:AllowPNG/>
 </o:OfficeDocumentSettings>
</xml><![endif]-->
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Normal</w:View>
  <w:TrackMoves/>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face
	{font-family:"Cambria Math";
	panose-1:2 4 5 3 5 4 6 3 2 4;}
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	margin:0cm;
	font-size:12.0pt;}
@list l0:level1
	{mso-level-number-format:bullet;
	mso-level-text:\\F0B7;}
-->
</style>
<!--[if gte mso 10]>
<style>
 table.MsoNormalTable
	{mso-style-name:"Table Normal";}
</style>
<![endif]-->
</head>

<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->

<h2 style='margin-top:12.0pt'><a name="_Toc1"></a><span style='mso-fareast-font-family:"Times New Roman"'>Getting
support<o:p></o:p></span></h2>

<p class=MsoNormal style='margin-bottom:8.0pt'><span lang=EN-GB style='mso-ansi-language:EN-GB'>People
met staff who <b style='mso-bidi-font-weight:normal'>listened</b>, and knew their&nbsp;names.<span
class=MsoCommentReference><span style='font-size:8.0pt'><a style='mso-comment-reference:EG_1'><!--[if !supportAnnotations]--></a><a
class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[EG1]</a><span
style='mso-special-character:comment'>&nbsp;</span></span></span><o:p></o:p></span></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Advocacy
was offered<o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Respite came <b>late</b><o:p></o:p></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-bidi-font-family:Calibri'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Ask first<o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Then plan<o:p></o:p></p>

<h3>What people said<o:p></o:p></h3>

<p class=MsoQuote>They asked me what I wanted.<o:p></o:p></p>
<p class=MsoQuote>Nobody had before.<o:p></o:p></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=225 valign=top style='width:169.0pt'>
  <p class=MsoNormal>Locality<o:p></o:p></p>
  </td>
  <td width=225 valign=top style='width:169.0pt'>
  <p class=MsoNormal>Files<o:p></o:p></p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td width=225 valign=top><p class=MsoNormal>North<o:p></o:p></p></td>
  <td width=225 valign=top><p class=MsoNormal>12<o:p></o:p></p></td>
 </tr>
</table>

<p class=MsoNormal><!--[if gte vml 1]><v:shapetype id="_x0000_t75" coordsize="21600,21600"></v:shapetype><v:shape
 id="Picture_x0020_1" type="#_x0000_t75"><v:imagedata src="file:///C:/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img
width=100 height=50 src="file:///C:/clip_image001.png" v:shapes="Picture_x0020_1"><![endif]><o:p></o:p></p>

<p class=MsoNormal>Nothing of this was <del cite="mailto:EG" datetime="2026-01-01T10:00">not </del><ins cite="mailto:EG"
datetime="2026-01-01T10:00">tracked</ins>.<o:p></o:p></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

<!--EndFragment-->
<div style='mso-element:comment-list'><![if !supportAnnotations]>
<hr class=msocomoff align=left size=1 width="33%">
<![endif]>
<div style='mso-element:comment'><![if !supportAnnotations]>
<div id="_com_1" class=msocomtxt language=JavaScript><![endif]><span style='mso-comment-author:"E G"'></span>
<p class=MsoCommentText>Is this so? <o:p></o:p></p>
<![if !supportAnnotations]></div><![endif]></div>
</div>
</body>
</html>`;
