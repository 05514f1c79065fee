using CreditScoring.Documents;

namespace CreditScoring.Service.Dashboard;

/// <summary>What the roles that a workflow can play are called.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, Wording> All = new(StringComparer.Ordinal)
    {
        ["points"] = new("记分", "points"), ["factors"] = new("主体属性", "attribute"),
        ["tier"] = new("等级", "tier"), ["steps"] = new("措施", "step"), ["duties"] = new("义务", "duty"),
        ["repair"] = new("修复", "repair"), ["frequency"] = new("监管频次", "frequency"),
    };

    public static Wording Of(string role) =>
        All.TryGetValue(role, out var known) ? known : new Wording(role, role);
}
