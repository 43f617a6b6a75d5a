namespace FastText.NetWrapper;

internal enum UnsupervisedModel
{
    SkipGram,
    CBow,
}
