using System.Text.RegularExpressions;

namespace CreditScoring.Tests.House;

/// <summary>The projects, and the order of the rooms of each. The lists are the plan: change them here first.</summary>
internal static class FloorPlans
{
    public static readonly FloorPlan Core = new(
        "src/CreditScoring", "CreditScoring",
        ["Documents", "Enterprises", "Events", "Law", "Ledger", "Standings", "Supervision", "Trials", "Workbench"])
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
            "Hosting", "Logs", "Loops", "RuleShelf", "SecondOpinions", "Ports", "Ports/Chaining",
            "Telemetry", "Intake", "Intake/Body", "Intake/Folder", "Work", "Gauges", "Questions", "Replaying",
            "Sqlite", "Postgres", "Redis/Connecting", "Redis/Incoming", "Redis/Outgoing", "Redis/Parts", "Systemd",
            "Api", "Starting", "Demo", "Commands",
        ])
    {
        InFront = new Dictionary<string, Regex> { ["Program.cs"] = new(@"\bProgram\.") },
        Confined = ["Sqlite", "Postgres", "Redis", "Systemd"],
    };

    public static readonly IReadOnlyList<FloorPlan> All = [Core, Service];
}
