using System.Text.Encodings.Web;
using System.Text.Unicode;
using CreditScoring.Service.Answers;
using Microsoft.AspNetCore.Http.Features;

namespace CreditScoring.Service.Dashboard;

/// <summary>All pages of the service (工作台).</summary>
public static class Desk
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddSingleton<IRefusalPage, RefusalPage>()
            .AddSingleton<LiveShares>()
            .AddSingleton<OverviewShares>()
            .AddSingleton<RuleHits>()
            .Configure<FormOptions>(form => (form.ValueLengthLimit, form.ValueCountLimit) = (100_000, 128))
            // Chinese as it is, not as numbers of characters: those take three times the room.
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        DeskFiles.Map(routes);
        LanguagePage.Map(routes);
        SignInPage.Map(routes);
        PasswordPage.Map(routes);
        OverviewPage.Map(routes);
        ChangesPage.Map(routes);
        TodoPage.Map(routes);
        EnterprisesPage.Map(routes);
        ListExport.Map(routes);
        EnterprisePage.Map(routes);
        WhyNotPage.Map(routes);
        NoticePage.Map(routes);
        PapersPage.Map(routes);
        RulesPage.Map(routes);
        ProposalsPage.Map(routes);
        ProposalPage.Map(routes);
        MapBench(routes);
        QuarantinePage.Map(routes);
        TablesPage.Map(routes);
        TablePage.Map(routes);
        CorrectionsPage.Map(routes);
        CorrectionPage.Map(routes);
        NewCorrectionPage.Map(routes);
        PlansPage.Map(routes);
        InspectorsPage.Map(routes);
        PlanPage.Map(routes);
        EffectPage.Map(routes);
        DrawsPage.Map(routes);
        DrawPage.Map(routes);
        PublicDrawsPage.Map(routes);
        OperationPage.Map(routes);
        RegisterPage.Map(routes);
        AuditPage.Map(routes);
    }

    /// <summary>Where a draft of the law is written.</summary>
    private static void MapBench(IEndpointRouteBuilder routes)
    {
        BenchLawPage.Map(routes);
        BenchPackPage.Map(routes);
        BenchRulePage.Map(routes);
        BenchWordsPage.Map(routes);
        BenchTablePage.Map(routes);
        BenchCasePage.Map(routes);
        BenchArticlePage.Map(routes);
        BenchTextPage.Map(routes);
        BenchTrialPage.Map(routes);
    }
}
