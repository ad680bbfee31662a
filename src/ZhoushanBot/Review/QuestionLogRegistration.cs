using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Saving;
using ZhoushanBot.Storage.Documents;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Review;

internal static class QuestionLogRegistration
{
    /// <summary>What is kept for the supervision office.</summary>
    public static IServiceCollection AddQuestionLog(this IServiceCollection services) => services.AddSavedLater(provider => new QuestionLog(
        DocumentsIn(provider.GetRequiredService<LiteDbFile>()),
        provider.GetRequiredService<IOptions<QuestionOptions>>(),
        provider.GetRequiredService<TimeProvider>()));

    /// <summary>Where it lies in the store.</summary>
    public static IDocumentStore DocumentsIn(LiteDbFile file) => new LiteDbDocumentStore(file, "questions");
}
