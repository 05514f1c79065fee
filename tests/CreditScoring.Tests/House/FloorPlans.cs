using System.Text.RegularExpressions;

namespace CreditScoring.Tests.House;

/// <summary>The projects, and the order of the rooms of each. The lists are the plan: change them here first.</summary>
internal static class FloorPlans
{
    /// <summary>
    /// From what is read to what is recommended; the workbench is for authors, and nobody else names it.
    /// Inside the law the language comes first and knows nothing of packs.
    /// </summary>
    public static readonly FloorPlan Core = new(
        "src/CreditScoring", "CreditScoring",
        [
            "Documents", "Enterprises", "Events",
            "Law/Language", "Law/Language/Days", "Law/Language/Library", "Law/Language/Parsing", "Law/Language/Lists",
            "Law/Language/Binding", "Law/Language/Running",
            "Law/Calendars", "Law/Tables", "Law/Scenes", "Law/Workflows", "Law/Packs", "Law/Seconding", "Law/Books",
            "Files", "Ledger", "Standings", "Standings/Telling", "Standings/Papers", "Supervision",
            "Draws", "Draws/Proofs", "Planning", "Effects",
            "Workbench/Written", "Workbench/Reasoning", "Workbench/Linting", "Workbench/Cases",
            "Workbench/CaseLinting", "Workbench/Covering", "Workbench/Mutating", "Workbench/Comparing",
            "Workbench/Conformance", "Workbench/Schemas", "Workbench/Invented", "Workbench/Editing",
            "Workbench/Sentences", "Workbench/Revising",
        ])
    {
        InFront = new Dictionary<string, Regex> { ["Assessor.cs"] = new(@"\bAssess(or|ment)\b") },
    };

    /// <summary>
    /// Telemetry comes before what it measures, since all count; its gauges look at all and come after. Who
    /// commands, starts or demonstrates comes last. Adapters are named in Program alone.
    /// </summary>
    public static readonly FloorPlan Service = new(
        "src/CreditScoring.Service", "CreditScoring.Service",
        [
            "Hosting", "Logs", "Loops", "RuleShelf", "SecondOpinions", "Ports", "Ports/Rows", "Ports/Chaining", "Access",
            "Telemetry", "Intake", "Intake/Body", "Intake/Folder", "Work", "Gauges", "Questions", "Corrections", "TablesIn", "Governance",
            "Backtests", "RandomDraws", "Planning", "Webhooks", "Replaying",
            "Sql",
            "Sqlite", "Postgres", "Redis/Connecting", "Redis/Incoming", "Redis/Outgoing", "Redis/Parts", "Systemd",
            "Answers", "Contract", "Api", "Dashboard", "Starting", "Demo", "Commands",
        ])
    {
        InFront = new Dictionary<string, Regex> { ["Program.cs"] = new(@"\bProgram\.") },
        Confined = ["Sqlite", "Postgres", "Redis", "Systemd"],
    };

    public static readonly IReadOnlyList<FloorPlan> All = [Core, Service];
}
