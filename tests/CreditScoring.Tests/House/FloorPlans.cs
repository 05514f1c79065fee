using System.Text.RegularExpressions;

namespace CreditScoring.Tests.House;

/// <summary>The projects, and the order of the rooms of each. The lists are the plan: change them here first.</summary>
internal static class FloorPlans
{
    public static readonly FloorPlan Core = new(
        "src/CreditScoring", "CreditScoring",
        ["Documents", "Enterprises", "Events", "Law", "Ledger", "Standings", "Supervision", "Trials"])
    {
        InFront = new Dictionary<string, Regex> { ["Assessor.cs"] = new(@"\bAssess(or|ment)\b") },
    };

    public static readonly IReadOnlyList<FloorPlan> All = [Core];
}
