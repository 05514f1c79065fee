namespace CreditScoring.Service.Access;

/// <summary>What somebody is appointed to (角色); several may be had, but not all together.</summary>
public enum Role
{
    Viewer,
    Officer,
    Ingest,
    Scheduler,
    Author,
    Approver,
    Corrector,
    Auditor,
    Admin,
}

/// <summary>What each role may do, and which may not be had together (三员分立).</summary>
public static class Roles
{
    public static readonly IReadOnlyList<Role> All = Enum.GetValues<Role>();

    private static readonly Dictionary<Role, Right[]> Rights = new()
    {
        [Role.Viewer] = [Right.ReadStandings, Right.ReadFiles, Right.ReadFrequencies, Right.ReadRules],
        // Who completes, signs and serves papers has to see whole what they say.
        [Role.Officer] =
        [
            Right.ReadStandings, Right.ReadFiles, Right.SeePersonal, Right.ReadFrequencies, Right.ReadRules,
        ],
        [Role.Ingest] = [Right.SendEvents, Right.ReadRules],
        [Role.Scheduler] =
        [
            Right.ReadStandings, Right.ReadFrequencies, Right.ReadRules, Right.ReadPlans, Right.MakePlans,
            Right.ReadEffect,
        ],
        [Role.Author] =
        [
            Right.ReadRules, Right.ReadStandings, Right.ReadProposals, Right.DraftLaw, Right.ReadEffect,
        ],
        [Role.Approver] =
        [
            Right.ReadRules, Right.ReadStandings, Right.ReadProposals, Right.ApproveLaw, Right.ReadPlans,
            Right.ApprovePlans, Right.ReadEffect,
        ],
        [Role.Corrector] =
        [
            Right.ReadStandings, Right.ReadFiles, Right.SeePersonal, Right.SendEvents, Right.MendEvents,
            Right.ReadIncoming, Right.ReplayIncoming, Right.ReadRules,
        ],
        [Role.Auditor] = [Right.ReadAudit, Right.SeeOperation],
        [Role.Admin] = [Right.ManageRegister, Right.SeeOperation],
    };

    /// <summary>
    /// Who runs the system, who makes its law, and who looks at what both did are different.
    /// </summary>
    private static readonly Role[][] Apart =
    [
        [Role.Admin, Role.Author], [Role.Admin, Role.Approver], [Role.Admin, Role.Corrector],
        [Role.Admin, Role.Auditor], [Role.Auditor, Role.Author], [Role.Auditor, Role.Approver],
        [Role.Auditor, Role.Corrector],
    ];

    public static IReadOnlySet<Right> RightsOf(IEnumerable<Role> roles) =>
        roles.SelectMany(role => Rights[role]).ToHashSet();

    /// <summary>
    /// Whether an appointment counts only once a second admin has confirmed it: one admin alone would see a
    /// key of who makes rules, corrects or audits, and could be that one; and could make himself a second
    /// admin.
    /// </summary>
    public static bool WantsSecondAdmin(Role role) =>
        role is Role.Author or Role.Approver or Role.Corrector or Role.Auditor or Role.Admin;

    /// <summary>
    /// The same of what somebody gives. The first admins are made at the machine, by who keeps the record.
    /// </summary>
    public static bool WantsSecondAdmin(Role role, string by) =>
        WantsSecondAdmin(role) && !(role == Role.Admin && by == Register.Machine);

    /// <summary>Whether a program, and not only a person, may be appointed.</summary>
    public static bool IsForSystems(Role role) => role is Role.Viewer or Role.Ingest or Role.Scheduler;

    /// <summary>One of these with which the role may not be had; null: it may.</summary>
    public static Role? Against(Role role, IEnumerable<Role> had) => had
        .Where(other => Apart.Any(pair => pair.Contains(role) && pair.Contains(other) && role != other))
        .Select(other => (Role?)other).FirstOrDefault();

    /// <summary>As it is written: small letters.</summary>
    public static string Word(this Role role) => role.ToString().ToLowerInvariant();

    public static Role? Parse(string? word) =>
        All.Where(role => role.Word() == word).Select(role => (Role?)role).FirstOrDefault();
}
