using System.Globalization;
using System.Xml;

namespace EdgeZone.Emulator.Exploring.Reports;

/// <summary>A report as JUnit's XML, as CI servers read it: what failed are the findings.</summary>
internal static class JUnitReport
{
    private const string Suite = "edgezone-emulator explore";

    public static void Write(Stream stream, ExplorationReport report, Func<string, string>? commandFor)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, CheckCharacters = false });
        var complaint = report.State is ExplorationState.UndisturbedFails or ExplorationState.UndisturbedDiffers;
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Suite);
        xml.WriteAttributeString("tests", Text(report.Findings.Count + 1));
        xml.WriteAttributeString("failures", Text(report.Findings.Count + (complaint ? 1 : 0)));
        xml.WriteAttributeString("errors", "0");
        WriteCase(xml, "undisturbed", complaint ? ReportText.Of(report with { Findings = [] }, commandFor) : null);
        foreach (var finding in report.Findings)
        {
            WriteCase(xml, finding.Id, ReportText.Of(finding, commandFor));
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string name, string? failure)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Suite);
        xml.WriteAttributeString("name", name);
        if (failure is not null)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", failure.Split('\n')[0]);
            xml.WriteString(failure);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
