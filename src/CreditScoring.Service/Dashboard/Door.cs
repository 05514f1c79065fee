using CreditScoring.Documents;
using CreditScoring.Service.Access;

namespace CreditScoring.Service.Dashboard;

/// <summary>A way from the bar into a part of the desk.</summary>
/// <param name="Wants">Who has not this right is not shown it.</param>
public sealed record Door(string Path, Wording Name, Right Wants)
{
    private static readonly Door[] All =
    [
        new("/", new("概况", "Overview"), Right.ReadStandings),
        new("/enterprises", new("企业", "Enterprises"), Right.ReadStandings),
        new("/todo", new("待办", "To do"), Right.ReadStandings),
        new("/plans", new("检查计划", "Plans"), Right.ReadPlans),
        new("/draws", new("抽取", "Draws"), Right.ReadPlans),
        new("/tables-in", new("导入表格", "Tables in"), Right.SendEvents),
        new("/corrections", new("更正", "Corrections"), Right.MendEvents),
        new("/rules", new("规则", "Rules"), Right.ReadRules),
        new("/proposals", new("规则变更", "Law changes"), Right.ReadProposals),
        new("/quarantine", new("隔离区", "Quarantine"), Right.ReadIncoming),
        new("/operation", new("运行", "Operation"), Right.SeeOperation),
        new("/register", new("人员与密钥", "Persons and keys"), Right.ManageRegister),
        new("/audit", new("审计", "Audit"), Right.ReadAudit),
    ];

    public static IEnumerable<Door> For(Caller caller) => All.Where(door => caller.May(door.Wants));

    /// <summary>Whether an address lies behind it.</summary>
    public bool IsOf(string address)
    {
        var path = address.Split('?')[0];
        return path == Path || (Path.Length > 1 && path.StartsWith(Path + '/', StringComparison.Ordinal));
    }
}
