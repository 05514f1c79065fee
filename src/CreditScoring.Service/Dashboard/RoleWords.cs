using CreditScoring.Documents;
using CreditScoring.Service.Access;

namespace CreditScoring.Service.Dashboard;

/// <summary>What people call the roles.</summary>
internal static class RoleWords
{
    public static string Of(Role role, string language) => (role switch
    {
        Role.Viewer => new Wording("查询", "viewer"),
        Role.Officer => new Wording("承办", "officer"),
        Role.Ingest => new Wording("报送", "ingest"),
        Role.Scheduler => new Wording("计划", "scheduler"),
        Role.Author => new Wording("规则起草", "author"),
        Role.Approver => new Wording("规则审批", "approver"),
        Role.Corrector => new Wording("更正", "corrector"),
        Role.Auditor => new Wording("审计", "auditor"),
        _ => new Wording("管理", "admin"),
    }).In(language);
}
